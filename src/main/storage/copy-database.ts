import { renameSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { isDamage, toStorageError } from './storage-error';

const words = catalogue.storage;

/**
 * Makes a copy a single file that needs no log beside it, marked as closed in order, and reads all of it.
 * Returns whether it is whole.
 */
function sealCopy(path: string): boolean {
  const copy = new SqliteDatabase(path);
  try {
    copy.pragma('journal_mode = DELETE');
    const hasMeta = copy.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'meta'`).get() !== undefined;
    if (hasMeta) copy.exec(`UPDATE meta SET value = 'clean' WHERE key = 'state'`);
    return copy.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  } finally {
    copy.close();
  }
}

/**
 * Copies a database in use by the SQLite backup API; the copy appears under its name only once it has been
 * read back whole.
 *
 * @throws AppError `storage-full`, `storage-read-only`, or `storage-damaged` when the copy is not whole.
 */
export async function copyDatabase(database: Database, target: string): Promise<void> {
  const partial = `${target}.partial`;
  try {
    rmSync(partial, { force: true });
    await database.backup(partial);
    if (!sealCopy(partial)) throw new AppError('storage-damaged', words.copyFailed(target));
    renameSync(partial, target);
  } catch (error) {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(`${partial}${suffix}`, { force: true });
    throw toStorageError(error);
  }
}
