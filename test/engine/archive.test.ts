import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { dataFolderAt } from '../../src/main/storage/data-folder';
import { applyRestore } from '../../src/main/storage/restore-backup';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { appendTurn } from '../fakes/whole-turn';
import { temporaryFolder } from '../storage/support/temporary-folder';

/** Every row of every table of the schema, but for what the program notes of its own opening. */
function everythingIn(database: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all()
    .filter((name) => name !== 'meta');
  return Object.fromEntries(
    tables.map((name) => [
      name,
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}

/** A memory with something of most kinds in it. */
async function filled() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'user' });
  const turns = ['My boat is called Ada.', 'She lies in Porto.', '数据库在上海。', 'She is 9 metres long.'];
  for (const text of turns)
    await appendTurn({ engine, userId, sessionId }, { text, reply: `Noted: ${text}` });
  const model = 'test#8';
  const pending = await engine.pendingChunks({ userId, sessionId, model, limit: 100 });
  await engine.storeVectors({
    userId,
    sessionId,
    model,
    chunkIds: pending.map(({ chunkId }) => chunkId),
    vectors: pending.map(({ text }) => hashVector(text, 8)),
  });
  await engine.writePrompt({ userId, sessionId: null, text: 'Be brief.' });
  await engine.savePreset({ userId, id: null, name: 'Ask', text: 'What of {{chat}}?' });
  const other = await engine.createUser({ name: 'Bo' });
  await engine.createSession({ userId: other.id, recallScope: 'session' });
  return disk;
}

describe('an archive', () => {
  it('restored on an empty machine is the same, row for row', async () => {
    const here = await filled();
    const file = join(temporaryFolder(), 'everything.engram');
    expect(await here.engine.writeArchive({ path: file })).toBeGreaterThan(10_000);
    const before = everythingIn(here.database);

    const there = await openEngineOnDisk();
    const { name, kind } = await there.engine.bringArchive({ path: file });
    expect(kind).toBe('archive');
    const preview = await there.engine.previewBackup({ name });
    expect(preview).toMatchObject({ problem: null, contents: { users: 2, chats: 2, messages: 8 } });
    await there.engine.requestRestore({ name });
    await there.engine.close({});
    expect(applyRestore(dataFolderAt(there.folder))?.kind).toBe('restored');
    await there.kill();
    expect(everythingIn(there.database)).toEqual(before);
  });

  it('is written elsewhere than into the data folder, and never over the data', async () => {
    const { engine, folder } = await filled();
    for (const name of ['engram.db', 'backups/mine.engram', 'x']) {
      const path = join(folder, name);
      await expect(engine.writeArchive({ path })).rejects.toMatchObject({ kind: 'bad-input' });
    }
    const nowhere = engine.writeArchive({ path: '/nowhere/at/all.engram' });
    await expect(nowhere).rejects.toMatchObject({ kind: expect.stringMatching(/^storage-/) as string });
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('that is none is refused, and nothing of it is kept', async () => {
    const { engine, folder } = await filled();
    const file = join(temporaryFolder(), 'holiday.engram');
    writeFileSync(file, 'not a database at all');
    await expect(engine.bringArchive({ path: file })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(engine.bringArchive({ path: `${file}.gone` })).rejects.toMatchObject({ kind: 'conflict' });
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });
});
