import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { assertNever } from '../../shared/assert-never';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { inspectFile } from './inspect-file';
import { latestVersion } from './migrate';
import type { Migration } from './migrate';
import { newerVersionError } from './newer-version';
import { applyPragmas } from './pragmas';

const words = catalogue.storage;

/** Refuses what cannot be read as it is: reading never migrates and never recovers. */
function assertReadable(path: string, latest: number): void {
  const state = inspectFile(path);
  switch (state.kind) {
    case 'missing':
    case 'empty':
    case 'blank':
      throw new AppError('not-found', words.missing(path));
    case 'unreadable':
      throw new AppError('storage-damaged', words.damaged);
    case 'foreign':
      throw new AppError('conflict', words.foreign(path));
    case 'engram':
      if (state.version > latest) throw newerVersionError(path);
      if (state.version < latest) throw new AppError('conflict', words.olderReadOnly);
      if (!state.intact) throw new AppError('storage-damaged', words.damaged);
      return;
    default:
      assertNever(state);
  }
}

/**
 * Opens a database for reading beside the process that writes it (from another process: see `readFileStart`
 * about locks).
 *
 * @throws AppError `not-found`, `storage-damaged`, `storage-newer`, or `conflict` for an older schema.
 */
export function openForReading(path: string, migrations: readonly Migration[]): Database {
  assertReadable(path, latestVersion(migrations));
  const database = new SqliteDatabase(path, { readonly: true, timeout: 5000 });
  try {
    applyPragmas(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
