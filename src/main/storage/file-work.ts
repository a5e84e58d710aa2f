import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { assertNever } from '../../shared/assert-never';
import type { BackupContents } from '../../shared/model/backup';
import { copyDatabase, type FileWatch } from './copy-database';
import { contentsOf, inspectBackup } from './describe-backups';
import { quickCheck } from './integrity';
import { applyPragmas } from './pragmas';
import { isDamage, toStorageError } from './storage-error';

/** Work on whole database files: as long as they are large. */
export type FileTask =
  /** Copies a database in use; see {@link copyDatabase}. */
  | { readonly kind: 'copy'; readonly source: string; readonly target: string }
  /** Reads a copy whole; see {@link inspectBackup}. */
  | { readonly kind: 'inspect'; readonly path: string; readonly latest: number }
  /** Counts what a database in use holds. */
  | { readonly kind: 'count'; readonly path: string }
  /** Reads every page of a database in use; see {@link quickCheck}. */
  | { readonly kind: 'check'; readonly path: string }
  /** Copies a closed file, whole or not at all. */
  | { readonly kind: 'bring'; readonly path: string; readonly target: string };

/** What comes of each. */
export interface FileResults {
  readonly copy: number;
  readonly inspect: { readonly problem: string | null; readonly contents: BackupContents | null };
  readonly count: BackupContents;
  readonly check: readonly string[];
  readonly bring: null;
}

/** Does such work somewhere. Errors: as the task's. */
export type DoFileWork = <Task extends FileTask>(
  task: Task,
  watch?: FileWatch,
) => Promise<FileResults[Task['kind']]>;

/** Does it here, in this thread. */
export const doFileWork: DoFileWork = async (task, watch) => {
  // Each kind of task answers with the result of its kind.
  return (await results(task, watch)) as never;
};

function results(task: FileTask, watch: FileWatch | undefined): Promise<FileResults[FileTask['kind']]> {
  switch (task.kind) {
    case 'copy':
      return copyDatabase(task.source, task.target, watch);
    case 'inspect':
      return Promise.resolve(inspectBackup(task.path, task.latest));
    case 'count':
      return Promise.resolve(reading(task.path, contentsOf));
    case 'check':
      return Promise.resolve(checkFile(task.path));
    case 'bring':
      return Promise.resolve(bringFile(task.path, task.target));
    default:
      return assertNever(task);
  }
}

/** Reads a database in use on a connection of its own. Errors: SQLite's. */
function reading<Read>(path: string, read: (database: Database) => Read): Read {
  const database = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    applyPragmas(database);
    // Every page is read once: to keep them would only take memory from others.
    database.pragma('cache_size = -2000');
    return read(database);
  } finally {
    database.close();
  }
}

function checkFile(path: string): readonly string[] {
  try {
    return reading(path, quickCheck);
  } catch (error) {
    if (isDamage(error) && error instanceof Error) return [error.message];
    throw toStorageError(error);
  }
}

/** @throws AppError `storage-full`, `storage-read-only`. */
function bringFile(path: string, target: string): null {
  try {
    copyFileSync(path, `${target}.partial`, constants.COPYFILE_FICLONE);
    renameSync(`${target}.partial`, target);
    return null;
  } catch (error) {
    rmSync(`${target}.partial`, { force: true });
    throw toStorageError(error);
  }
}
