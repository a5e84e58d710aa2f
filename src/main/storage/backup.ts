import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { copyDatabase } from './copy-database';
import { toStorageError } from './storage-error';
import { timeStamp } from './time-stamp';

const backupName = /^engram-backup-[\dTZ-]+\.db$/;

/** The rotating backups of a folder, oldest first; copies made before migrations are not among them. */
export function listBackups(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => backupName.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Adds a verified copy of a database in use to `folder` and then removes the oldest beyond `keep`; a copy that
 * fails removes none. Keys are never in the database, so never in a backup. Returns the copy's path.
 *
 * @throws AppError as {@link copyDatabase} does.
 */
export async function backupDatabase(
  database: Database,
  folder: string,
  options: { readonly keep: number; readonly now: number },
): Promise<string> {
  const path = join(folder, `engram-backup-${timeStamp(options.now)}.db`);
  try {
    mkdirSync(folder, { recursive: true });
    await copyDatabase(database, path);
    const older = listBackups(folder).filter((backup) => backup !== path);
    // The copy just made is never the one that goes, whatever the clock said when the others were made.
    const excess = Math.max(0, older.length - Math.max(0, options.keep - 1));
    for (const backup of older.slice(0, excess)) rmSync(backup);
    return path;
  } catch (error) {
    throw toStorageError(error);
  }
}
