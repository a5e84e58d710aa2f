import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { fillWithMessages, openAt } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import { dataFolderAt, ensureDataFolder } from '../../src/main/storage/data-folder';
import { lockFolder } from '../../src/main/storage/folder-lock';

const holdLock = `
  const database = new (require('better-sqlite3'))(process.argv[1], { timeout: 0 });
  database.exec('BEGIN EXCLUSIVE');
  process.stdout.write('held');
  setInterval(() => database.open, 1000);`;

describe('a data folder', () => {
  it('is created with its parts, again without harm, and holds everything by name', () => {
    const root = join(temporaryFolder(), 'deep', 'folder');
    ensureDataFolder(root);
    const folder = ensureDataFolder(root);
    expect(folder.database).toBe(join(root, 'engram.db'));
    const file = folder.vectorFile('user-1' as UserId, 'session-1' as SessionId, 'org/model:v1');
    expect(file).toBe(join(root, 'vectors', 'user-1', 'session-1.org_model_v1.vectors'));
  });

  it('gives no name outside itself', () => {
    const folder = dataFolderAt('/data');
    for (const id of ['../x', '..', '', 'a/b', 'a\\b', 'c:']) {
      expect(() => folder.vectorsOf(id as UserId)).toThrow('Not a name');
    }
  });

  it('says so when it cannot be written to', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => ensureDataFolder(join(file, 'folder'))).toThrow('cannot be written to');
  });
});

describe('the lock of a data folder', () => {
  it('lets one writer in, and the next when that one has left', () => {
    const { lock } = ensureDataFolder(temporaryFolder());
    const first = lockFolder(lock);
    expect(() => lockFolder(lock)).toThrow('Another Engram');
    first.release();
    first.release();
    lockFolder(lock).release();
  });

  it('keeps another process out, and leaves the database open to readers', async () => {
    const folder = ensureDataFolder(temporaryFolder());
    const held = lockFolder(folder.lock);
    const { database, close } = await openAt(folder.database);
    fillWithMessages(database, 2);
    expect(() => execFileSync(process.execPath, ['-e', holdLock, folder.lock], { stdio: 'pipe' })).toThrow(
      'locked',
    );
    const read = `
      const database = new (require('better-sqlite3'))(process.argv[1], { readonly: true });
      process.stdout.write(String(database.prepare('SELECT count(*) FROM messages').pluck().get()));`;
    expect(execFileSync(process.execPath, ['-e', read, folder.database], { encoding: 'utf8' })).toBe('2');
    close();
    held.release();
  });

  it('is free again when the process that held it was killed', async () => {
    const { lock } = ensureDataFolder(temporaryFolder());
    const holder = spawn(process.execPath, ['-e', holdLock, lock], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(holder.stdout, 'data');
    expect(() => lockFolder(lock)).toThrow('Another Engram');
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
    lockFolder(lock).release();
  });

  it('is nothing that a database opened by mistake could take away', () => {
    const { lock } = ensureDataFolder(temporaryFolder());
    const held = lockFolder(lock);
    const other = new SqliteDatabase(lock, { timeout: 0 });
    expect(() => other.exec('CREATE TABLE t (a)')).toThrow('locked');
    other.close();
    expect(() => lockFolder(lock)).toThrow('Another Engram');
    held.release();
  });
});
