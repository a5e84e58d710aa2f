import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allExporters } from '../../src/main/exporters/all-exporters';
import { exportText } from '../../src/main/exporters/export-text';
import { readAll } from '../importers/read-all';
import type { WholeChat } from '../../src/main/memory/ports/conversation-import';
import {
  exportedMessageSchema,
  type ExportedMessage,
  type ExportFormat,
} from '../../src/shared/model/export';
import type { SessionId } from '../../src/shared/model/ids';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';
import { temporaryFolder } from '../storage/support/temporary-folder';

const { signal } = new AbortController();

async function textOf(
  { engine, userId }: Pick<EngineOnDisk, 'engine' | 'userId'>,
  format: ExportFormat,
  sessionIds: readonly SessionId[] | null = null,
): Promise<string> {
  const about = { exportedAt: Date.UTC(2026, 10, 26), version: '1.0.0' };
  const exporter = allExporters[format];
  const parts: string[] = [];
  const input = { source: engine, exporter, about, userId, sessionIds, signal, onChat: () => undefined };
  for await (const part of exportText(input)) parts.push(part);
  return parts.join('');
}

/** A chat as it is whatever its ids are: each message names the place of the one it follows. */
function shapeOf({
  chat,
  messages,
}: {
  chat: WholeChat['chat'];
  messages: readonly ExportedMessage[];
}): unknown {
  const placeOf = (id: string | null): number | null =>
    id === null ? null : messages.findIndex((message) => message.id === id);
  const { id: _id, headId, ...rest } = chat;
  return {
    ...rest,
    head: placeOf(headId),
    messages: messages.map(({ id: _own, parentId, ...message }) => ({
      ...message,
      parent: placeOf(parentId),
    })),
  };
}

function chatsOf(json: string): readonly { chat: WholeChat['chat']; messages: readonly ExportedMessage[] }[] {
  const file = JSON.parse(json) as { chats: (WholeChat['chat'] & { messages: unknown[] })[] };
  return file.chats.map(({ messages, ...chat }) => ({
    chat: Object.fromEntries(
      Object.entries(chat).filter(([key]) => key !== 'summaries'),
    ) as WholeChat['chat'],
    messages: messages.map((message) => exportedMessageSchema.parse(message)),
  }));
}

async function openWithVersions() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
  const place = { engine, userId, sessionId };
  const first = await appendTurn(place, { text: 'My boat is called Ada & <b>Bob</b>.', reply: 'Noted.' });
  await appendTurn(place, { text: 'She is 9 metres long.', reply: 'A fine size.' });
  await engine.setPinned({ userId, sessionId, messageId: first.message.id, pinned: true });
  const edited = await engine.editTurn({
    userId,
    sessionId,
    messageId: first.message.id,
    text: 'My boat is called Ada Lovelace.',
    turnId: '01900000-0000-7000-8000-000000000001' as never,
    replyProvenance: 'model',
    model: 'test',
  });
  await engine.finishReply({
    userId,
    replyId: edited.reply.id,
    content: 'Renamed.',
    state: 'done',
    error: null,
  });
  await engine.updateSession({ userId, sessionId, changes: { title: 'Boats', pinned: true, folder: 'Sea' } });
  return { ...disk, engine, userId, sessionId };
}

/** Puts text in a file and imports it for another user. */
async function importInto(disk: EngineOnDisk, text: string) {
  const file = join(temporaryFolder(), 'export.json');
  writeFileSync(file, text);
  const read = (await readAll(file))!;
  const userId = disk.addUser('Importer');
  const { added } = await disk.engine.importSessions({ userId, sessions: read.chats });
  return { read, userId, added, file };
}

describe('an export', () => {
  it('as JSON holds every version and mark, and is the same chat once imported', async () => {
    const disk = await openWithVersions();
    const json = await textOf(disk, 'json');
    const { read, userId, added, file } = await importInto(disk, json);
    expect(read).toMatchObject({ from: 'Engram', unreadable: 0 });
    const again = await textOf({ engine: disk.engine, userId }, 'json');
    expect(chatsOf(again).map(shapeOf)).toEqual(chatsOf(json).map(shapeOf));
    expect(chatsOf(json)[0]!.messages).toHaveLength(6);
    expect(added[0]).toMatchObject({ title: 'Boats', pinned: true, folder: 'Sea', messageCount: 2 });
    const sessions = (await readAll(file))!.chats;
    const twice = await disk.engine.importSessions({ userId, sessions });
    expect(twice).toMatchObject({ added: [], skipped: 1 });
  });

  it('as Markdown and as a page holds the chat as it stands, its summary and what is said literally', async () => {
    const disk = await openWithVersions();
    const markdown = await textOf(disk, 'markdown');
    expect(markdown).toContain('# Boats');
    expect(markdown).toContain('My boat is called Ada Lovelace.');
    expect(markdown).not.toContain('9 metres');
    const page = await textOf(disk, 'html');
    expect(page).toContain('Ada Lovelace');
    expect(page).toContain("default-src 'none'");
  });

  it('holds nothing that is deleted, of the log or of others', async () => {
    const disk = await openWithVersions();
    const { engine, userId } = disk;
    const { id } = await engine.createSession({ userId, recallScope: 'session' });
    await appendTurn({ engine, userId, sessionId: id }, { text: 'A secret cove.', reply: 'Hush.' });
    await engine.deleteSession({ userId, sessionId: id });
    expect(await textOf(disk, 'json')).not.toContain('secret cove');
    await expect(textOf(disk, 'json', [id])).rejects.toMatchObject({ kind: 'not-found' });
    const other = disk.addUser('Other');
    expect(chatsOf(await textOf({ engine, userId: other }, 'json'))).toEqual([]);
  });

  it('of any tree of versions is the same tree once imported', async () => {
    const disk = await openEngineOnDisk();
    const { engine } = disk;
    const message = fc.record({
      parent: fc.nat(),
      role: fc.constantFrom<ExportedMessage['role']>('user', 'assistant', 'tool'),
      content: fc.string({ unit: 'grapheme', maxLength: 40 }),
      state: fc.constantFrom<ExportedMessage['state']>('done', 'stopped', 'failed'),
      provenance: fc.constantFrom<ExportedMessage['provenance']>(
        'typed',
        'model',
        'offline',
        'tool',
        'imported',
      ),
      pinned: fc.boolean(),
      excluded: fc.boolean(),
      createdAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(message, { maxLength: 12 }), fc.nat(), async (drawn, headAt) => {
        const common = { author: null, error: null, metadata: null, model: null, superseded: false };
        const idOf = (place: number): string => `m${String(place)}`;
        const parents = drawn.map(({ parent }, place) => (place === 0 ? -1 : (parent % (place + 1)) - 1));
        const head = drawn.length === 0 ? -1 : headAt % drawn.length;
        const path = new Set<number>();
        for (let place = head; place >= 0; place = parents[place]!) path.add(place);
        const messages = drawn.map(({ parent: _parent, ...rest }, place): ExportedMessage => {
          const above = parents[place]!;
          const parentId = above < 0 ? null : idOf(above);
          return { ...common, ...rest, id: idOf(place), parentId, onPath: path.has(place) };
        });
        const chat: WholeChat['chat'] = {
          id: `chat${String((round += 1))}`,
          title: 'A tree',
          createdAt: 1,
          updatedAt: 2,
          pinned: false,
          folder: null,
          archived: true,
          recallScope: 'session',
          strategy: 'hybrid',
          headId: head < 0 ? null : idOf(head),
        };
        const userId = disk.addUser(`User ${String(round)}`);
        const session = {
          key: `engram:${chat.id}`,
          title: chat.title,
          messages: [],
          whole: { chat, messages },
        };
        await engine.importSessions({ userId, sessions: [session] });
        const json = await textOf({ engine, userId }, 'json');
        expect(chatsOf(json).map(shapeOf)).toEqual([shapeOf({ chat, messages })]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a page of hostile words', () => {
  it('holds no markup of theirs, and neither scripts nor addresses that would run', async () => {
    const disk = await openEngineOnDisk();
    const { engine, userId } = disk;
    const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[click](javascript:alert(1))',
      '![](http://tracker.example/pixel.png)',
      '</article></body><iframe src="https://evil.example">',
      '```html\n<svg onload=alert(1)>\n```',
      `<div>${'a'.repeat(30_000)}</div>`,
    ];
    for (const text of hostile) await appendTurn({ engine, userId, sessionId }, { text, reply: text });
    await engine.updateSession({ userId, sessionId, changes: { title: '<script>title</script>' } });
    const page = await textOf(disk, 'html');
    expect(page).not.toMatch(/<script|<iframe|<svg|<img [^>]*onerror|href="javascript/i);
    expect(page.match(/<\/body>/g)).toHaveLength(1);
  });
});
