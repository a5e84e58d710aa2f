import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { BackupPreview, BackupView } from '../../../shared/model/backup';
import type { BackupStore } from '../../memory/ports/backup-store';
import { backupDatabase } from '../../storage/backup';
import { dataFolderAt, type DataFolder } from '../../storage/data-folder';
import { describeBackups, findBackup } from '../../storage/describe-backups';
import { latestVersion } from '../../storage/migrate';
import { allMigrations } from '../../storage/migrations/all-migrations';
import { requestRestore } from '../../storage/restore-backup';
import { toStorageError } from '../../storage/storage-error';
import { timeStamp } from '../../storage/time-stamp';
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
  if (input.isDue && (parts.copies.progress() !== null || !isDue(parts, folder))) return null;
  const path = await parts.copies.run({ kind: 'backup' }, (watch) =>
    backupDatabase(parts.database.name, folder.backups, {
      keep: input.keep,
      now: parts.clock.now(),
      copy: (source, target) => parts.doFileWork({ kind: 'copy', source, target }, watch),
    }),
  );
  return findBackup(folder.backups, basename(path));
}

async function writeArchive(parts: EngineParts, path: string): Promise<number> {
  const inside = relative(folderOf(parts).root, path);
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new AppError('bad-input', catalogue.backups.errors.insideFolder);
  }
  return parts.copies.run({ kind: 'archive', path }, async (watch) => {
    // better-sqlite3 refuses a missing folder with a TypeError.
    if (!existsSync(dirname(path))) {
      throw new AppError('storage-read-only', catalogue.backups.errors.noPlace);
    }
    return parts.doFileWork({ kind: 'copy', source: parts.database.name, target: path }, watch);
  });
}

const inspect = (parts: EngineParts, path: string) =>
  parts.doFileWork({ kind: 'inspect', path, latest: latestVersion(allMigrations) });

async function preview(parts: EngineParts, name: string): Promise<BackupPreview> {
  const folder = folderOf(parts);
  const backup = findBackup(folder.backups, name);
  const inspected = await inspect(parts, join(folder.backups, name));
  const now = await parts.doFileWork({ kind: 'count', path: parts.database.name });
  return { backup, ...inspected, now };
}

async function bringArchive(parts: EngineParts, path: string): Promise<BackupView> {
  const { backups } = folderOf(parts);
  const { problem } = await inspect(parts, path);
  if (problem !== null) throw new AppError('conflict', problem);
  const name = `engram-archive-${timeStamp(parts.clock.now())}.db`;
  await parts.doFileWork({ kind: 'bring', path, target: join(backups, name) });
  return findBackup(backups, name);
}

/** Copies of all data: made, looked into, removed, put back. */
export function createBackupOperations(parts: EngineParts): BackupStore {
  return {
    listBackups: () => Promise.resolve(describeBackups(folderOf(parts).backups)),
    backUp: (input) => backUp(parts, input),
    writeArchive: ({ path }) => writeArchive(parts, path),
    copyProgress: () => Promise.resolve(parts.copies.progress()),
    cancelCopy: () => {
      parts.copies.cancel();
      return Promise.resolve(null);
    },
    unfinishedCopy: () => Promise.resolve(parts.copies.unfinished()),
    bringArchive: ({ path }) => bringArchive(parts, path),
    previewBackup: ({ name }) => preview(parts, name),
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
    requestRestore: async ({ name }) => {
      const { problem } = await preview(parts, name);
      if (problem !== null) throw new AppError('conflict', problem);
      requestRestore(folderOf(parts), name, parts.clock.now());
      return null;
    },
  };
}
