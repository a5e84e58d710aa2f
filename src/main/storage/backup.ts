import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase, type FileWatch } from './copy-database';
import { toStorageError } from './storage-error';
import { timeStamp } from './time-stamp';

const backupName = /^engram-backup-[\dTZ-]+\.db$/;
const partialName = /^engram-[\w-]+\.db\.partial/;

/** The rotating backups of a folder, oldest first; copies made before migrations are not among them. */
export function listBackups(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => backupName.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Copies the database at one path to another as {@link copyDatabase} does. */
export type Copy = (source: string, target: string, watch?: FileWatch) => Promise<unknown>;

/**
 * Adds a verified copy of the database at `source`, which may be in use, to `folder` and then removes the oldest beyond
 * `keep`; a copy that fails removes none. What an earlier one left half done goes. Keys are never in the database, so
 * never in a backup. Returns the copy's path.
 *
 * @throws AppError as {@link copyDatabase} does.
 */
export async function backupDatabase(
  source: string,
  folder: string,
  options: { readonly keep: number; readonly now: number; readonly copy?: Copy },
): Promise<string> {
  const path = join(folder, `engram-backup-${timeStamp(options.now)}.db`);
  const { copy = copyDatabase } = options;
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (partialName.test(name)) rmSync(join(folder, name));
    await copy(source, path);
    const older = listBackups(folder).filter((backup) => backup !== path);
    // The copy just made is never the one that goes, whatever the clock said when the others were made.
    const excess = Math.max(0, older.length - Math.max(0, options.keep - 1));
    for (const backup of older.slice(0, excess)) rmSync(backup);
    return path;
  } catch (error) {
    throw toStorageError(error);
  }
}
