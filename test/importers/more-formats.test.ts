import fc from 'fast-check';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allExporters } from '../../src/main/exporters/all-exporters';
import { allImporters } from '../../src/main/importers/all-importers';
import { markdownImporter } from '../../src/main/importers/markdown';
import { exportText } from '../../src/main/exporters/export-text';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { readAll } from './read-all';

function fileOf(text: string, name = 'export.json'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** Role and words of each message of the first chat. */
async function saidIn(path: string): Promise<readonly (readonly [string, string])[]> {
  const read = await readAll(path);
  return read!.chats[0]!.messages.map(({ role, content }) => [role, content] as const);
}

const libre = (messages: readonly unknown[]) => ({
  conversationId: 'l-1',
  title: 'Bread',
  endpoint: 'openAI',
  exportAt: '2024-03-01T10:00:00.000Z',
  messages,
});
const question = {
  messageId: 'a',
  parentMessageId: '00000000',
  isCreatedByUser: true,
  text: 'How long?',
  createdAt: '2024-03-01T09:00:00.000Z',
};
const answer = {
  messageId: 'b',
  parentMessageId: 'a',
  isCreatedByUser: false,
  sender: 'GPT-4',
  text: 'Forty minutes.',
};
const inParts = {
  messageId: 'c',
  parentMessageId: 'a',
  isCreatedByUser: false,
  text: '',
  content: [{ type: 'think' }, { type: 'text', text: { value: 'An hour.' } }],
};

describe('a file of LibreChat', () => {
  it('gives the last branch with its dates, and all branches where there are several', async () => {
    const read = await readAll(fileOf(JSON.stringify(libre([question, answer, inParts]), null, 2)));
    expect(read).toMatchObject({
      from: 'LibreChat',
      unreadable: 0,
      chats: [{ key: 'librechat:l-1', title: 'Bread' }],
    });
    const [chat] = read!.chats;
    expect(chat!.messages).toMatchObject([
      { role: 'user', content: 'How long?', createdAt: Date.parse('2024-03-01T09:00:00.000Z') },
      { role: 'assistant', content: 'An hour.' },
    ]);
    expect(chat!.whole!.messages.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['a', null],
      ['b', 'a'],
      ['c', 'a'],
    ]);
  });

  it('dates what has no date before the export, never after it', async () => {
    const undated = [question, answer].map((message) => ({ ...message, createdAt: null }));
    const read = await readAll(fileOf(JSON.stringify(libre(undated))));
    const last = Date.parse('2024-03-01T10:00:00.000Z');
    expect(read!.chats[0]!.messages.map(({ createdAt }) => createdAt)).toEqual([last - 1_000, last]);
  });

  it('gives the same where its messages stand as a tree', async () => {
    const tree = [{ ...question, children: [{ ...answer, children: [] }] }];
    expect(await saidIn(fileOf(JSON.stringify(libre(tree))))).toEqual([
      ['user', 'How long?'],
      ['assistant', 'Forty minutes.'],
    ]);
  });
});

describe('a file of Chatbox', () => {
  const session = (id: string, messages: readonly unknown[], more: object = {}) => ({
    id,
    name: `Chat ${id}`,
    messages,
    ...more,
  });
  const old = session('1', [
    { id: 'x', role: 'system', content: 'Be kind.' },
    { id: 'y', role: 'user', content: 'Hi', timestamp: 1_700_000_000_000 },
  ]);
  const recent = session(
    '2',
    [{ role: 'assistant', contentParts: [{ type: 'text', text: 'Now.' }, { type: 'image' }] }],
    {
      threads: [{ messages: [{ role: 'user', contentParts: [{ type: 'text', text: 'Before.' }] }] }],
    },
  );

  it('gives every session, older topics first, in the form of old and of new versions', async () => {
    const file = {
      'chat-sessions-list': [{ id: '2' }, { id: '1' }],
      'session:2': recent,
      'session:1': old,
      'session:3': 7,
      settings: {},
    };
    const read = await readAll(fileOf(JSON.stringify(file)));
    expect(read).toMatchObject({ from: 'Chatbox', unreadable: 1 });
    expect(read!.chats.map(({ key }) => key)).toEqual(['chatbox:2', 'chatbox:1']);
    expect(read!.chats[0]!.messages.map(({ content }) => content)).toEqual(['Before.', 'Now.']);
    expect(read!.chats[1]!.messages).toMatchObject([
      { role: 'user', content: 'Hi', createdAt: 1_700_000_000_000 },
    ]);
    expect(await saidIn(fileOf(JSON.stringify({ 'chat-sessions': [old] })))).toEqual([['user', 'Hi']]);
  });
});

describe('a chat in Markdown', () => {
  it.each([
    ['# Bread\n\n## User\n\nHow long?\n\n## Assistant\n\nForty minutes.\n'],
    ['# Bread\n\n**User:**\nHow long?\n\n**ChatGPT:**\nForty minutes.\n'],
    ['# Bread\n\n**You:** How long?\n\n**Claude:** Forty minutes.\n'],
    ['User: How long?\nAssistant: Forty minutes.\n'],
    ['# Bread\r\n\r\n### 🧑 You\r\n\r\nHow long?\r\n\r\n### 🤖 ChatGPT\r\n\r\nForty minutes.\r\n'],
  ])('%j gives its turns', async (text) => {
    const read = await readAll(fileOf(text, 'chat.md'));
    expect(read?.from).toBe('Markdown');
    expect(await saidIn(fileOf(text, 'chat.md'))).toEqual([
      ['user', 'How long?'],
      ['assistant', 'Forty minutes.'],
    ]);
  });

  it('keeps headings, bold words and code of an answer in the answer', async () => {
    const reply = '# A plan\n\n## First\n\n**Note:** one\n\n```md\n## User\n\nnot a turn\n```\n\nThe end.';
    const text = `# Plans\n\n## You\n\nMake one.\n\n## Assistant\n\n${reply}\n`;
    expect(await saidIn(fileOf(text, 'chat.md'))).toEqual([
      ['user', 'Make one.'],
      ['assistant', reply],
    ]);
  });

  it('that this program exported gives the chats, speakers and minutes back', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId, clock } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    await appendTurn(
      { engine, userId, sessionId },
      { text: 'My boat is called Ada.', reply: 'A fine name.' },
    );
    const messages = [{ role: 'user' as const, author: 'Ana', content: 'It rains.', createdAt: clock.now() }];
    await engine.importSessions({ userId, sessions: [{ key: 'a', title: 'Weather', messages }] });
    let text = '';
    for await (const part of exportText({
      source: engine,
      exporter: allExporters.markdown,
      about: { exportedAt: clock.now(), version: '1.0.0' },
      userId,
      sessionIds: null,
      signal: new AbortController().signal,
      onChat: () => undefined,
    })) {
      text += part;
    }
    const read = await readAll(fileOf(text, 'export.md'));
    const said = read!.chats.map(({ title, messages: all }) => [
      title,
      all.map(({ role, author, content }) => [role, author, content]),
    ]);
    expect(said).toContainEqual(['Weather', [['user', 'Ana', 'It rains.']]]);
    expect(said).toContainEqual([
      'My boat is called Ada.',
      [
        ['user', null, 'My boat is called Ada.'],
        ['assistant', null, 'A fine name.'],
      ],
    ]);
    const minute = 60_000;
    expect(read!.chats[0]!.messages[0]!.createdAt).toBe(Math.floor(clock.now() / minute) * minute);
  });

  it('that holds no turn is left alone, and nothing makes it throw', async () => {
    expect(await readAll(fileOf('# Shopping\n\n- milk\n- eggs\n', 'list.md'))).toBeNull();
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '# a',
        '## User',
        '**You:** x',
        '```',
        '~~~',
        '---',
        '_2024-01-01 10:00_',
        '### Summary v1',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const entry = { markdown: lines.join('\n') };
        markdownImporter.recognises([entry]);
        const { chats } = markdownImporter.read([entry], 1, 0);
        for (const chat of chats) expect(chat.messages.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('every format', () => {
  it('is recognised by one importer alone', () => {
    const samples: readonly unknown[] = [
      libre([question]),
      { 'chat-sessions-list': [], 'session:1': {} },
      { markdown: 'User: a\nAssistant: b' },
      { messages: [{ role: 'user', content: 'a' }] },
    ];
    for (const sample of samples) {
      expect(allImporters.filter(({ recognises }) => recognises([sample]))).toHaveLength(1);
    }
  });
});

describe('messages without dates', () => {
  it.each([
    [
      'chat.jsonl',
      JSON.stringify({
        messages: ['a', 'b', 'c'].map((content, at) => ({ role: at === 1 ? 'assistant' : 'user', content })),
      }),
    ],
    ['chat.md', '**You:** a\n\n**Assistant:** b\n\n**You:** c\n'],
  ])('count as said up to when the file was written, a second apart: %s', async (name, text) => {
    const path = fileOf(text, name);
    const writtenAt = Math.round(statSync(path).mtimeMs);
    const read = await readAll(path);
    expect(read!.chats[0]!.messages.map(({ createdAt }) => createdAt - writtenAt)).toEqual([
      -2_000, -1_000, 0,
    ]);
  });
});
