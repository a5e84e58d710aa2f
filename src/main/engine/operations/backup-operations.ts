import { existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { BackupPreview, BackupView } from '../../../shared/model/backup';
import type { BackupStore } from '../../memory/ports/backup-store';
import { backupDatabase } from '../../storage/backup';
import { copyDatabase } from '../../storage/copy-database';
import { bringFile } from '../../storage/bring-file';
import { dataFolderAt, type DataFolder } from '../../storage/data-folder';
import { contentsOf, describeBackups, findBackup, inspectBackup } from '../../storage/describe-backups';
import { latestVersion } from '../../storage/migrate';
import { allMigrations } from '../../storage/migrations/all-migrations';
import { requestRestore } from '../../storage/restore-backup';
import { toStorageError } from '../../storage/storage-error';
import type { EngineParts } from '../engine-parts';

const dayMs = 86_400_000;

function folderOf({ dataFolder }: EngineParts): DataFolder {
  if (dataFolder === null) throw new AppError('conflict', catalogue.backups.errors.nothingKept);
  return dataFolderAt(dataFolder);
}

/** Whether a day has passed since the last backup, or, without one, since there is data. */
function isDue(parts: EngineParts, folder: DataFolder): boolean {
  const last = describeBackups(folder.backups).find(({ kind }) => kind === 'scheduled');
  const began = parts.database
    .prepare<[], number | null>('SELECT min(created_at) FROM sessions')
    .pluck()
    .get();
  const since = last?.createdAt ?? began ?? parts.clock.now();
  return parts.clock.now() - since >= dayMs;
}

async function backUp(
  parts: EngineParts,
  input: Parameters<BackupStore['backUp']>[0],
): Promise<BackupView | null> {
  const folder = folderOf(parts);
  if (input.isDue && !isDue(parts, folder)) return null;
  const options = { keep: input.keep, now: parts.clock.now() };
  const path = await backupDatabase(parts.database, folder.backups, options);
  return findBackup(folder.backups, basename(path));
}

function preview(parts: EngineParts, name: string): BackupPreview {
  const folder = folderOf(parts);
  const backup = findBackup(folder.backups, name);
  const inspected = inspectBackup(join(folder.backups, name), latestVersion(allMigrations));
  return { backup, ...inspected, now: contentsOf(parts.database) };
}

function bringArchive(parts: EngineParts, path: string): BackupView {
  const folder = folderOf(parts);
  const { problem } = inspectBackup(path, latestVersion(allMigrations));
  if (problem !== null) throw new AppError('conflict', problem);
  return findBackup(folder.backups, bringFile(path, folder.backups, parts.clock.now()));
}

/** Copies of all data: made, looked into, removed, put back. */
export function createBackupOperations(parts: EngineParts): BackupStore {
  return {
    listBackups: () => Promise.resolve(describeBackups(folderOf(parts).backups)),
    backUp: (input) => backUp(parts, input),
    writeArchive: async ({ path }) => {
      const inside = relative(folderOf(parts).root, path);
      if (!inside.startsWith('..') && !isAbsolute(inside)) {
        throw new AppError('bad-input', catalogue.backups.errors.insideFolder);
      }
      // better-sqlite3 refuses a missing folder with a TypeError.
      if (!existsSync(dirname(path)))
        throw new AppError('storage-read-only', catalogue.backups.errors.noPlace);
      await copyDatabase(parts.database, path);
      return statSync(path).size;
    },
    bringArchive: ({ path }) => Promise.resolve(bringArchive(parts, path)),
    previewBackup: ({ name }) => Promise.resolve(preview(parts, name)),
    deleteBackup: ({ name }) => {
      const { backups } = folderOf(parts);
      const path = join(backups, findBackup(backups, name).name);
      try {
        for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
      } catch (error) {
        throw toStorageError(error);
      }
      return Promise.resolve(null);
    },
    requestRestore: ({ name }) => {
      const { problem } = preview(parts, name);
      if (problem !== null) throw new AppError('conflict', problem);
      requestRestore(folderOf(parts), name, parts.clock.now());
      return Promise.resolve(null);
    },
  };
}
