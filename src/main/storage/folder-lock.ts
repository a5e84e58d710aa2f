import SqliteDatabase from 'better-sqlite3';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { toStorageError } from './storage-error';

const words = catalogue.storage;

/** The right to write a data folder, until released or until the process ends. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the right to write a data folder. It is an open transaction on a tiny database of its own: the system
 * holds the lock and drops it when the process dies, however it dies, while other processes may go on reading
 * the real database.
 *
 * @throws AppError `conflict` when another process, or another part of this one, holds it.
 */
export function lockFolder(lockPath: string): FolderLock {
  let connection: SqliteDatabase.Database | null = null;
  try {
    connection = new SqliteDatabase(lockPath, { timeout: 0 });
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError('conflict', words.inUse, { cause: error, retryable: true });
    }
    throw toStorageError(error);
  }
  const held = connection;
  return {
    release: () => {
      if (held.open) held.close();
    },
  };
}
