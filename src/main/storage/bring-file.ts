import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toStorageError } from './storage-error';
import { timeStamp } from './time-stamp';

/**
 * Copies an archive into a folder of backups, whole or not at all. Returns the copy's name.
 *
 * @throws AppError `storage-full`, `storage-read-only`.
 */
export function bringFile(path: string, backups: string, now: number): string {
  const name = `engram-archive-${timeStamp(now)}.db`;
  const target = join(backups, name);
  try {
    copyFileSync(path, `${target}.partial`, constants.COPYFILE_FICLONE);
    renameSync(`${target}.partial`, target);
    return name;
  } catch (error) {
    rmSync(`${target}.partial`, { force: true });
    throw toStorageError(error);
  }
}
