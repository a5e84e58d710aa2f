import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { DataFolder } from './data-folder';
import { findBackup, inspectBackup } from './describe-backups';
import { latestVersion } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import type { OpenNotice } from './open-notice';
import { timeStamp } from './time-stamp';

const words = catalogue.storage;

const markSchema = z.object({ name: z.string(), setAside: z.string() });
const suffixes = ['', '-wal', '-shm'] as const;

function markOf(folder: DataFolder): string {
  return join(folder.root, 'restore.json');
}

/** Has the next start put a backup in the place of the database. Errors: `not-found`. */
export function requestRestore(folder: DataFolder, name: string, now: number): void {
  findBackup(folder.backups, name);
  const mark = { name, setAside: `engram-set-aside-${timeStamp(now)}.db` };
  writeDurably(markOf(folder), JSON.stringify(mark));
}

/**
 * Does what {@link requestRestore} asked for, before the database is opened: the present one is set aside among the
 * backups, with the log beside it, and a copy of the backup takes its place. Killed at any instant, the next start goes on
 * where it was; nothing is deleted. Returns what the user is to be told, or null where nothing was asked for.
 */
export function applyRestore(folder: DataFolder): OpenNotice | null {
  const mark = readMark(folder);
  if (mark === null) return null;
  const restoring = `${folder.database}.restoring`;
  const aside = join(folder.backups, mark.setAside);
  // Set aside already, and there is a database: the kill came after the last rename.
  if (!(existsSync(aside) && existsSync(folder.database))) {
    const source = join(folder.backups, mark.name);
    const { problem } = inspectBackup(source, latestVersion(allMigrations));
    if (problem !== null) return giveUp(folder, problem);
    copyFileSync(source, restoring);
    syncFile(restoring);
    // The log first: a database without it would be read as if nothing had been in it.
    for (const suffix of suffixes.toReversed()) {
      const part = `${folder.database}${suffix}`;
      if (existsSync(part)) renameSync(part, `${aside}${suffix}`);
    }
    renameSync(restoring, folder.database);
  }
  // Caches of what was there before; they are made anew from the vectors in the database.
  rmSync(join(folder.root, 'vectors'), { recursive: true, force: true });
  rmSync(markOf(folder), { force: true });
  return { kind: 'restored', severity: 'info', text: words.restored(mark.name, mark.setAside) };
}

function readMark(folder: DataFolder): z.infer<typeof markSchema> | null {
  try {
    return markSchema.parse(JSON.parse(readFileSync(markOf(folder), 'utf8')));
  } catch {
    return null;
  }
}

function giveUp(folder: DataFolder, problem: string): OpenNotice {
  rmSync(markOf(folder), { force: true });
  return { kind: 'not-restored', severity: 'warning', text: words.notRestored(problem) };
}

function writeDurably(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  syncFile(`${path}.new`);
  renameSync(`${path}.new`, path);
}

function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
