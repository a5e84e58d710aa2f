import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportedSession } from '../../src/main/memory/ports/conversation-import';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { temporaryFolder } from '../storage/support/temporary-folder';

const day = Date.UTC(2023, 4, 8, 12);
const session = (key: string, count = 3): ImportedSession => ({
  key,
  title: `Chat ${key}`,
  messages: Array.from({ length: count }, (_, index) => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    author: index % 2 === 0 ? 'Nadia' : 'Tomas',
    content: `Line ${String(index)} of ${key}`,
    createdAt: day + index * 1_000,
  })),
});

describe('an import', () => {
  it('keeps order, authors, dates and titles, and enqueues its embedding once', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const result = await engine.importSessions({ userId, sessions: [session('a'), session('b', 5)] });
    expect(result.added.map(({ messageCount }) => messageCount)).toEqual([3, 5]);
    expect(result.skipped).toBe(0);
    const [a] = result.added;
    expect(a).toMatchObject({
      title: 'Chat a',
      titleSource: 'import',
      createdAt: day,
      updatedAt: day + 2_000,
      messageCount: 3,
    });
    const page = await engine.pageMessages({
      userId,
      sessionId: a!.id,
      anchor: { kind: 'newest' },
      limit: 9,
    });
    expect(page.messages.map(({ author, role, createdAt }) => [author, role, createdAt - day])).toEqual([
      ['Nadia', 'user', 0],
      ['Tomas', 'assistant', 1_000],
      ['Nadia', 'user', 2_000],
    ]);
    expect((await engine.listJobs({ userId })).map(({ kind }) => kind)).toEqual(['embed', 'embed']);
  });

  it('recognises what the user has already, also after a restart', async () => {
    const disk = await openEngineOnDisk();
    const { userId } = disk;
    await disk.engine.importSessions({ userId, sessions: [session('a')] });
    await disk.restart();
    expect(await disk.engine.countImported({ userId, keys: ['a', 'b'] })).toBe(1);
    const again = await disk.engine.importSessions({ userId, sessions: [session('a'), session('b')] });
    expect(again).toMatchObject({ added: [{ title: 'Chat b' }], skipped: 1 });
  });

  it('takes a key once even where the file names it twice', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const result = engine.importSessions({ userId, sessions: [session('a'), session('a')] });
    await expect(result).resolves.toMatchObject({ added: [{ title: 'Chat a' }], skipped: 1 });
  });

  it('takes again what was deleted, and both live when the deletion is undone', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const first = await engine.importSessions({ userId, sessions: [session('a')] });
    const sessionId = first.added[0]!.id;
    await engine.deleteSession({ userId, sessionId });
    expect(await engine.countImported({ userId, keys: ['a'] })).toBe(0);
    const second = await engine.importSessions({ userId, sessions: [session('a')] });
    expect(second.added).toHaveLength(1);
    await engine.restoreSession({ userId, sessionId });
    expect((await engine.listSessions({ userId, cursor: null, limit: 9 })).sessions).toHaveLength(2);
  });

  it('of a chat without messages adds an empty chat that can go on', async () => {
    const { engine, userId } = await openEngineOnDisk();
    const { added } = await engine.importSessions({ userId, sessions: [session('a', 0)] });
    expect(added[0]).toMatchObject({ headId: null, messageCount: 0 });
  });

  it('under way is kept over a restart for its own user, goes with that user, and is in no copy', async () => {
    const disk = await openEngineOnDisk();
    const other = disk.addUser('Bo');
    const wanted = { path: '/talks.json', key: 'k', chats: 3, bytes: 9, modifiedAt: 7 };
    for (const userId of [disk.userId, other]) await disk.engine.noteImport({ userId, wanted });
    await disk.engine.noteImport({ userId: disk.userId, wanted: null });
    await disk.restart();
    const { engine } = disk;
    expect(await engine.unfinishedImport({ userId: disk.userId })).toBeNull();
    expect(await engine.unfinishedImport({ userId: other })).toEqual(wanted);
    const archive = join(temporaryFolder(), 'all.engram');
    await engine.writeArchive({ path: archive });
    expect(readFileSync(archive).includes('/talks.json')).toBe(false);
    await engine.deleteUser({ userId: other });
    await engine.eraseDeletedUsers({});
    expect(disk.database.prepare("SELECT 1 FROM meta WHERE value LIKE '%talks%'").all()).toEqual([]);
  });
});
