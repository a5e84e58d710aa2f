import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../src/shared/catalogue/catalogue';
import type { CopyProgress } from '../../src/shared/model/backup';
import { createFileThread } from '../../src/main/storage/file-thread';
import { latestVersion } from '../../src/main/storage/migrate';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';
import { startTsxWorker } from '../fakes/tsx-worker';
import { count, fillWithMessages, openAt } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';

const file = new URL('../../src/main/storage/file-work.worker.ts', import.meta.url);
const work = createFileThread((options) => startTsxWorker(file, options));
const latest = latestVersion(allMigrations);

/** A database in use of some 60 MB. */
async function openLarge() {
  const folder = temporaryFolder();
  const source = join(folder, 'engram.db');
  const opened = await openAt(source);
  fillWithMessages(opened.database, 50);
  opened.database.exec('CREATE TABLE padding (bytes BLOB)');
  const add = opened.database.prepare('INSERT INTO padding VALUES (zeroblob(1000000))');
  opened.database.transaction(() => {
    for (let megabyte = 0; megabyte < 60; megabyte += 1) add.run();
  })();
  return { ...opened, folder, source };
}

describe('work on whole files in a thread of its own', () => {
  it('copies a database as it was when it began, while it is written to, and tells how far it is', async () => {
    const { database, close, folder, source } = await openLarge();
    const target = join(folder, 'copy.db');
    const told: CopyProgress[] = [];
    const remove = database.prepare('DELETE FROM messages WHERE seq IN (SELECT max(seq) FROM messages)');
    const onProgress = (progress: CopyProgress): void => {
      told.push(progress);
      remove.run();
    };
    const bytes = await work({ kind: 'copy', source, target }, { onProgress });
    expect(bytes).toBeGreaterThan(60_000_000);
    expect(told.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['copying', 'checking']));
    expect(told.every(({ done, total }) => done <= total)).toBe(true);
    expect(count(database, 'SELECT count(*) FROM messages')).toBe(50 - told.length);
    const inspected = await work({ kind: 'inspect', path: target, latest });
    expect(inspected).toMatchObject({ problem: null, contents: { messages: 50 } });
    close();
  });

  it('says what to do where the thread ends in the midst of it', async () => {
    const dying = createFileThread((options) => new Worker('process.exit(1)', { ...options, eval: true }));
    const lost = dying({ kind: 'inspect', path: join(temporaryFolder(), 'copy.db'), latest });
    await expect(lost).rejects.toMatchObject({
      kind: 'worker-lost',
      message: catalogue.storage.fileWorkLost,
    });
  });

  it('ends when it is cancelled, and nothing of it stays', async () => {
    const { database, close, folder, source } = await openLarge();
    const cancel = new AbortController();
    const copying = work(
      { kind: 'copy', source, target: join(folder, 'copy.db') },
      { signal: cancel.signal, onProgress: () => cancel.abort() },
    );
    await expect(copying).rejects.toMatchObject({ kind: 'cancelled' });
    await vi.waitFor(() => expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]));
    expect(count(database, 'SELECT count(*) FROM messages')).toBe(50);
    close();
  });

  it('checks a database in use, and names what is damaged', async () => {
    const { database, close, source } = await openLarge();
    expect(await work({ kind: 'check', path: source })).toEqual([]);
    database.pragma('wal_checkpoint(TRUNCATE)');
    close();
    const bytes = readFileSync(source);
    bytes.fill(0x5a, 8 * 4096, 40 * 4096);
    writeFileSync(source, bytes);
    expect(await work({ kind: 'check', path: source })).not.toEqual([]);
  });

  it('answers what goes wrong there as it is', async () => {
    const folder = temporaryFolder();
    const none = join(folder, 'none.db');
    const target = join(folder, 'copy.db');
    await expect(work({ kind: 'copy', source: none, target })).rejects.toMatchObject({
      kind: expect.stringMatching(/^storage-/) as string,
    });
    await expect(work({ kind: 'bring', path: none, target })).rejects.toMatchObject({ name: 'AppError' });
    writeFileSync(none, 'not a database at all');
    expect(await work({ kind: 'inspect', path: none, latest })).toMatchObject({ contents: null });
    expect(existsSync(target)).toBe(false);
  });
});
