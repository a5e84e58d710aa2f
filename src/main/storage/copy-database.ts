import { renameSync, rmSync, statSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { CopyProgress } from '../../shared/model/backup';
import { clearWanted } from './meta';
import { isDamage, toStorageError } from './storage-error';

const words = catalogue.storage;

/** Pages copied at a time, of 4 kB each; then it is looked whether anybody wants it to end. */
const PAGES_AT_A_TIME = 1_000;

/** How work on a file is followed, and ended. */
export interface FileWatch {
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes a copy a single file that needs no log beside it, marked as closed in order, and reads all of it.
 * Returns whether it is whole.
 */
function sealCopy(path: string): boolean {
  const copy = new SqliteDatabase(path);
  try {
    copy.pragma('journal_mode = DELETE');
    const hasMeta = copy.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`).get() !== undefined;
    if (hasMeta) {
      copy.exec(`UPDATE meta SET value = 'clean' WHERE key = 'state'`);
      // The path of a file of the user's is not to stay in what was freed either.
      copy.pragma('secure_delete = ON');
      clearWanted(copy);
    }
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    copy.close();
  }
}

/** Begins to read the database as it is at this moment, whatever is written to it meanwhile. */
function readAsItIs(database: Database): void {
  database.pragma('busy_timeout = 5000');
  database.exec('BEGIN');
  database.prepare('SELECT count(*) FROM sqlite_schema').get();
}

/** Removes what is left of a copy that did not come to its end. */
export function removePartial(target: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm'])
    rmSync(`${target}.partial${suffix}`, { force: true });
}

/**
 * Copies a database in use by the SQLite backup API, on a connection of its own, as it is when this begins; the copy
 * appears under its name only once it has been read back whole. Returns its size in bytes.
 *
 * @throws AppError `storage-full`, `storage-read-only`, `storage-damaged` when the copy is not whole, `cancelled`.
 */
export async function copyDatabase(
  source: string,
  target: string,
  { onProgress, signal }: FileWatch = {},
): Promise<number> {
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { force: true });
    const reader = new SqliteDatabase(source, { readonly: true, fileMustExist: true });
    try {
      readAsItIs(reader);
      await reader.backup(partial, {
        progress: ({ totalPages, remainingPages }) => {
          if (signal?.aborted === true) throw new AppError('cancelled', words.copyCancelled);
          onProgress?.({ phase: 'copying', done: totalPages - remainingPages, total: totalPages });
          return PAGES_AT_A_TIME;
        },
      });
    } finally {
      reader.close();
    }
    onProgress?.({ phase: 'checking', done: 0, total: 0 });
    if (!sealCopy(partial)) throw new AppError('storage-damaged', words.copyFailed(target));
    renameSync(partial, target);
    return statSync(target).size;
  } catch (error) {
    removePartial(target);
    throw toStorageError(error);
  }
}
