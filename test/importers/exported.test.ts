import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allImporters } from '../../src/main/importers/all-importers';
import { findConversations } from '../../src/main/importers/read-conversations';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import { AppError } from '../../src/shared/errors';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { readAll } from './read-all';

const ignore = (): undefined => undefined;
const said = (role: string, text: string, parent: string | null, time: number | null = null) => ({
  parent,
  message: { author: { role }, create_time: time, content: { content_type: 'text', parts: [text] } },
});
const chatGpt = {
  title: 'Lighthouses',
  create_time: 1_700_000_000.25,
  conversation_id: 'c-1',
  current_node: 'd',
  mapping: {
    root: { parent: null, message: null },
    s: said('system', 'You are helpful.', 'root'),
    a: said('user', 'Which is the oldest?', 's', 1_700_000_001),
    b: said('assistant', 'A first answer.', 'a', 1_700_000_002),
    d: said('assistant', 'The Tower of Hercules.', 'a', 1_700_000_003.5),
  },
};
const claude = {
  uuid: 'u-1',
  name: '',
  created_at: '2024-03-01T10:00:00.000Z',
  chat_messages: [
    {
      sender: 'human',
      text: 'Hello',
      content: [{ type: 'text', text: 'Hello' }],
      created_at: '2024-03-01T10:00:01.000Z',
    },
    {
      sender: 'assistant',
      text: '',
      content: [{ type: 'tool_use' }, { type: 'text', text: 'Good morning.' }],
    },
    { sender: 'assistant', text: '  ', content: [] },
  ],
};
const openWebUi = {
  id: 'w-1',
  title: 'Bread',
  created_at: 1_700_000_000,
  chat: {
    history: {
      currentId: '2',
      messages: {
        '1': { id: '1', parentId: null, role: 'user', content: 'How long?', timestamp: 1_700_000_005 },
        '2': {
          id: '2',
          parentId: '1',
          role: 'assistant',
          content: 'Forty minutes.',
          timestamp: 1_700_000_009,
        },
      },
    },
  },
};
const jsonl = {
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hi' },
    { role: 'assistant', content: 'Hello.' },
  ],
};

function fileOf(text: string): string {
  const path = join(temporaryFolder(), 'export.json');
  writeFileSync(path, text);
  return path;
}

describe('a file of another program', () => {
  it('from ChatGPT gives the branch that was chosen, with its dates, and all of them', async () => {
    const read = await readAll(fileOf(JSON.stringify([chatGpt])));
    expect(read).toMatchObject({
      from: 'ChatGPT',
      unreadable: 0,
      chats: [
        {
          key: 'chatgpt:c-1',
          title: 'Lighthouses',
          messages: [
            { role: 'user', author: null, content: 'Which is the oldest?', createdAt: 1_700_000_001_000 },
            {
              role: 'assistant',
              author: null,
              content: 'The Tower of Hercules.',
              createdAt: 1_700_000_003_500,
            },
          ],
        },
      ],
    });
  });

  it('with branches holds every one of them, each message after the one it follows', async () => {
    const read = await readAll(fileOf(JSON.stringify([chatGpt])));
    const { chat, messages } = read!.chats[0]!.whole!;
    expect(chat).toMatchObject({ id: 'c-1', headId: 'd', createdAt: 1_700_000_000_250 });
    expect(messages.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['d', 'a'],
    ]);
    expect((await readAll(fileOf(JSON.stringify([openWebUi]))))!.chats[0]!.whole).toBeUndefined();
  });

  it('of a later version of this program is refused with a word on what to do', async () => {
    const file = { format: 'engram-export', version: 2, chats: [] };
    await expect(readAll(fileOf(JSON.stringify(file)))).rejects.toMatchObject({
      kind: 'import-failed',
      message: catalogue.main.importing.newerExport,
    });
  });

  it('of this program counts the chats that cannot be read', async () => {
    const file = { format: 'engram-export', version: 1, chats: [{ id: 'x' }, 7] };
    expect(await readAll(fileOf(JSON.stringify(file)))).toMatchObject({ chats: [], unreadable: 2 });
    await expect(findConversations(fileOf(JSON.stringify(file)), ignore)).rejects.toMatchObject({
      kind: 'import-failed',
    });
  });

  it('from Claude gives the words of each message, without tools and empty ones', async () => {
    const read = await readAll(fileOf(`\uFEFF${JSON.stringify([claude])}`));
    expect(read?.from).toBe('Claude');
    const [chat] = read!.chats;
    expect(chat).toMatchObject({ key: 'claude:u-1', title: 'Imported chat' });
    expect(chat!.messages.map(({ role, content }) => [role, content])).toEqual([
      ['user', 'Hello'],
      ['assistant', 'Good morning.'],
    ]);
    expect(chat!.messages[1]!.createdAt).toBe(Date.parse(claude.created_at));
  });

  it('from Open WebUI gives the branch that was chosen', async () => {
    const read = await readAll(fileOf(JSON.stringify([openWebUi])));
    expect(read).toMatchObject({ from: 'Open WebUI', chats: [{ key: 'open-webui:w-1', title: 'Bread' }] });
    expect(read!.chats[0]!.messages.map(({ createdAt }) => createdAt)).toEqual([
      1_700_000_005_000, 1_700_000_009_000,
    ]);
  });

  it('in lines gives a chat a line, known again by its words, and counts broken lines', async () => {
    const text = [JSON.stringify(jsonl), '{"messages":', JSON.stringify({ messages: 'none' }), ''].join('\n');
    const [first, second] = [await readAll(fileOf(text)), await readAll(fileOf(text))];
    expect(first).toMatchObject({ from: 'JSONL', unreadable: 2, chats: [{ title: 'Hi' }] });
    expect(first!.chats[0]!.messages).toHaveLength(2);
    expect(second!.chats[0]!.key).toBe(first!.chats[0]!.key);
  });

  it('imports what can be read where one chat of it cannot', async () => {
    const broken = { ...chatGpt, conversation_id: 'c-2', mapping: { a: { message: 7 } } };
    const read = await readAll(fileOf(JSON.stringify([chatGpt, broken, chatGpt])));
    expect(read).toMatchObject({ unreadable: 1, chats: [{}, {}] });
  });

  it('ends where a tree of messages goes in a circle', async () => {
    const circle = {
      ...chatGpt,
      current_node: 'b',
      mapping: { a: said('user', 'A', 'b'), b: said('user', 'B', 'a') },
    };
    const read = await readAll(fileOf(JSON.stringify([circle])));
    expect(read!.chats[0]!.messages.map(({ content }) => content)).toEqual(['A', 'B']);
  });

  it('of no known format is left to others, and one without a word is refused', async () => {
    expect(await readAll(fileOf('[]'))).toBeNull();
    expect(await readAll(fileOf('{"sample_id": 1}'))).toBeNull();
    const silent = { ...claude, chat_messages: [] };
    await expect(findConversations(fileOf(JSON.stringify([silent])), ignore)).rejects.toThrow(AppError);
    await expect(readAll(join(temporaryFolder(), 'gone.json'))).rejects.toMatchObject({
      kind: 'import-failed',
    });
  });
});

describe('importers', () => {
  it('throw at nothing, whatever a file holds', () => {
    const shaped = fc.constantFrom<unknown>(chatGpt, claude, openWebUi, jsonl);
    const entries = fc.array(fc.oneof(fc.jsonValue(), shaped), { maxLength: 6 });
    fc.assert(
      fc.property(entries, (values) => {
        for (const importer of allImporters) {
          importer.recognises(values);
          const { chats, unreadable } = importer.read(values, 1, 0);
          expect(chats.length + unreadable).toBeLessThanOrEqual(values.length);
          for (const chat of chats)
            expect(chat.messages.every(({ content }) => content.trim() !== '')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuse or read a truncated file, and never break on one', async () => {
    const whole = JSON.stringify([chatGpt, claude, openWebUi]);
    for (let end = 0; end < whole.length; end += 97) {
      const read = await readAll(fileOf(whole.slice(0, end))).catch((error: unknown) => error);
      const isTold =
        read === null || read instanceof AppError || (read as { unreadable: number }).unreadable > 0;
      expect(isTold, String(end)).toBe(true);
    }
  });

  it('agree that each format is only one of them', () => {
    for (const [index, example] of [chatGpt, claude, openWebUi, jsonl].entries()) {
      expect(allImporters.map(({ recognises }) => recognises([example]))).toEqual(
        // The first is our own.
        allImporters.map((_, at) => at === index + 1),
      );
    }
  });
});
