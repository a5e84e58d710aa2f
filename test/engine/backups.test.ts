import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { doFileWork, type DoFileWork } from '../../src/main/storage/file-work';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { appendTurn } from '../fakes/whole-turn';

const dayMs = 86_400_000;

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  await appendTurn({ engine, userId, sessionId }, { text: 'My boat is called Ada.', reply: 'Noted.' });
  return { disk, engine, userId, sessionId };
}

/** Work on files that waits, once it has told how far it is, until it is let go on. */
function heldFileWork() {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const fileWork: DoFileWork = async (task, watch) => {
    if (task.kind !== 'copy') return doFileWork(task, watch);
    watch?.onProgress?.({ phase: 'copying', done: 3, total: 12 });
    const ended = new Promise<void>((resolve) => watch?.signal?.addEventListener('abort', () => resolve()));
    await Promise.race([held, ended]);
    return doFileWork(task, watch);
  };
  return { fileWork, letGo: () => letGo() };
}

describe('a copy that is being made', () => {
  it('tells how far it is, and is the only one', async () => {
    const { fileWork, letGo } = heldFileWork();
    const { engine, folder } = await openEngineOnDisk(undefined, undefined, fileWork);
    expect(await engine.copyProgress({})).toBeNull();
    const making = engine.backUp({ keep: 3, isDue: false });
    expect(await engine.copyProgress({})).toEqual({ phase: 'copying', done: 3, total: 12 });
    await expect(engine.backUp({ keep: 3, isDue: false })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await engine.backUp({ keep: 3, isDue: true })).toBeNull();
    letGo();
    expect(await making).toMatchObject({ kind: 'scheduled' });
    expect(await engine.copyProgress({})).toBeNull();
    expect(await engine.unfinishedCopy({})).toBeNull();
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });

  it('can be ended: nothing of it stays, nothing older goes, and it is not begun again', async () => {
    const { fileWork } = heldFileWork();
    const disk = await openEngineOnDisk(undefined, undefined, fileWork);
    const { engine, folder } = disk;
    const older = join(folder, 'backups', 'engram-backup-2026-01-01T00-00-00-000Z.db');
    writeFileSync(older, 'older');
    const making = engine.backUp({ keep: 1, isDue: false });
    await engine.cancelCopy({});
    await expect(making).rejects.toMatchObject({ kind: 'cancelled' });
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
    await disk.restart();
    expect(await disk.engine.unfinishedCopy({})).toBeNull();
  });

  it('is still wanted by the next start where the program ended first, and then made whole', async () => {
    const file = join(temporaryFolder(), 'everything.engram');
    for (const ended of ['in order', 'killed'] as const) {
      const { fileWork, letGo } = heldFileWork();
      const disk = await openEngineOnDisk(undefined, undefined, fileWork);
      const making = disk.engine.writeArchive({ path: file }).catch(() => null);
      await (ended === 'killed' ? disk.kill() : disk.restart());
      expect(await disk.engine.unfinishedCopy({})).toEqual({ kind: 'archive', path: file });
      letGo();
      if (ended === 'killed') await making;
      expect(await disk.engine.writeArchive({ path: file })).toBeGreaterThan(10_000);
      expect(await disk.engine.unfinishedCopy({})).toBeNull();
      const there = await openEngineOnDisk();
      const { name } = await there.engine.bringArchive({ path: file });
      await there.engine.requestRestore({ name });
    }
  });

  it('takes away what an earlier one left half done', async () => {
    const { engine, folder } = await openEngineOnDisk();
    const left = join(folder, 'backups', 'engram-backup-2026-01-01T00-00-00-000Z.db.partial');
    for (const suffix of ['', '-journal']) writeFileSync(`${left}${suffix}`, 'half');
    await engine.backUp({ keep: 3, isDue: false });
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });
});

describe('backups', () => {
  it('are made daily once there is data of a day, and the oldest go', async () => {
    const { disk, engine } = await openWithChat();
    expect(await engine.backUp({ keep: 2, isDue: true })).toBeNull();
    for (let day = 0; day < 4; day += 1) {
      // The clock of the files is the system's: what is there is always of now.
      disk.clock.advance(Date.now() + 2 * dayMs - disk.clock.now());
      expect(await engine.backUp({ keep: 2, isDue: true })).toMatchObject({ kind: 'scheduled' });
      disk.clock.advance(1_000);
    }
    expect(await engine.listBackups({})).toHaveLength(2);
  });

  it('tell what they hold beside what is there now, and go when they are deleted', async () => {
    const { engine, userId, sessionId } = await openWithChat();
    const { name } = (await engine.backUp({ keep: 5, isDue: false }))!;
    await appendTurn({ engine, userId, sessionId }, { text: 'She is 9 metres long.', reply: 'Fine.' });
    const preview = await engine.previewBackup({ name });
    expect(preview).toMatchObject({
      problem: null,
      contents: { users: 1, chats: 1, messages: 2 },
      now: { users: 1, chats: 1, messages: 4 },
    });
    await engine.deleteBackup({ name });
    expect(await engine.listBackups({})).toEqual([]);
    for (const gone of [name, '../engram.db']) {
      await expect(engine.previewBackup({ name: gone })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(engine.deleteBackup({ name: gone })).rejects.toMatchObject({ kind: 'not-found' });
      await expect(engine.requestRestore({ name: gone })).rejects.toMatchObject({ kind: 'not-found' });
    }
  });

  it('are put back by the next start, which is asked for durably', async () => {
    const { disk, engine } = await openWithChat();
    const { name } = (await engine.backUp({ keep: 5, isDue: false }))!;
    await engine.requestRestore({ name });
    expect(JSON.parse(readFileSync(join(disk.folder, 'restore.json'), 'utf8'))).toMatchObject({ name });
  });
});
