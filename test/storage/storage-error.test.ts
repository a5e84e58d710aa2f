import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { fillWithMessages, openAt } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';
import { AppError } from '../../src/shared/errors';
import { toStorageError } from '../../src/main/storage/storage-error';

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what SQLite throws', () => {
  it.each([
    ['SQLITE_FULL', 'storage-full'],
    ['ENOSPC', 'storage-full'],
    ['SQLITE_READONLY', 'storage-read-only'],
    ['SQLITE_READONLY_DBMOVED', 'storage-read-only'],
    ['SQLITE_CANTOPEN', 'storage-read-only'],
    ['EROFS', 'storage-read-only'],
    ['SQLITE_IOERR_WRITE', 'storage-read-only'],
    ['SQLITE_IOERR_SHORT_READ', 'storage-damaged'],
    ['SQLITE_CORRUPT', 'storage-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'storage-damaged'],
    ['SQLITE_NOTADB', 'storage-damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'conflict'],
  ])('%s tells the user what to do, as %s', (code, kind) => {
    const error = toStorageError(new SqliteDatabase.SqliteError('x', code));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ kind });
  });

  it('stays a bug when it is one', () => {
    const bugs = [
      new Error('x'),
      new SqliteDatabase.SqliteError('x', 'SQLITE_CONSTRAINT_UNIQUE'),
      'text',
      null,
    ];
    for (const bug of bugs) expect(toStorageError(bug)).toBe(bug);
  });

  it('is a full disk when the database may not grow, and nothing written before is lost', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    const { database, close } = await openAt(path);
    fillWithMessages(database, 10);
    database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`);
    const error = toStorageError(thrownBy(() => fillWithMessages(database, 1000, 'more')));
    expect(error).toMatchObject({ kind: 'storage-full', retryable: true });
    expect(database.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(10);
    close();
  });

  it('is a place that cannot be written to when there is no such folder, or no file but a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'engram.db'));
    await expect(openAt(join(folder, 'engram.db'))).rejects.toMatchObject({ kind: 'storage-read-only' });
    await expect(openAt(join(folder, 'no', 'engram.db'))).rejects.toMatchObject({
      kind: 'storage-read-only',
    });
  });
});
