import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { copyDamaged } from './copy-damaged';
import { inspectFile } from './inspect-file';
import { writeMeta } from './meta';
import { mendReferences } from './mend-references';
import { latestVersion, runMigrations } from './migrate';
import type { Migration } from './migrate';
import type { Recovery } from './open-notice';
import { countRows, salvageDatabase } from './salvage-database';
import { toStorageError } from './storage-error';
import { timeStamp } from './time-stamp';

const logSuffixes = ['-wal', '-shm', '-journal'] as const;

/** Names beside `engram.db`, all of one recovery by its stamp. */
function namesBeside(path: string, stamp: string) {
  const stem = join(dirname(path), basename(path, '.db'));
  return {
    work: `${stem}-recovery`,
    recovered: `${stem}-recovered-${stamp}.db`,
    damaged: `${stem}-damaged-${stamp}.db`,
  };
}

/**
 * Ends a recovery that has its result: sets the damaged file and its logs aside and puts the recovered one in
 * its place. Each step can be taken again after a crash. The logs go first: beside another database SQLite
 * would write them into it.
 */
function swapIn(path: string, stamp: string): void {
  const { recovered, damaged } = namesBeside(path, stamp);
  for (const suffix of logSuffixes) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${damaged}${suffix}`);
  }
  if (existsSync(path)) renameSync(path, damaged);
  renameSync(recovered, path);
}

/** Ends a recovery that a crash interrupted between its last steps; does nothing when there is none. */
export function finishRecovery(path: string): void {
  const prefix = `${basename(path, '.db')}-recovered-`;
  const waiting = readdirSync(dirname(path)).filter(
    (name) => name.startsWith(prefix) && name.endsWith('.db'),
  );
  for (const name of waiting) swapIn(path, name.slice(prefix.length, -'.db'.length));
}

/** Builds the sound database at `partial` from the copy of the damaged one. */
function buildRecovered(
  copy: string,
  partial: string,
  options: {
    readonly now: number;
    readonly damagedPath: string;
    readonly migrations: readonly Migration[];
  },
): Recovery {
  const source = new SqliteDatabase(copy);
  const target = new SqliteDatabase(partial);
  try {
    // The rows arrive in the order of their tables; references are mended when all are there.
    runMigrations(target, options.migrations, { appVersion: null, copyPath: null });
    target.pragma('foreign_keys = OFF');
    const incomplete = salvageDatabase(source, target);
    mendReferences(target, options.now);
    const recovery = {
      damagedPath: options.damagedPath,
      sessions: countRows(target, 'sessions'),
      messages: countRows(target, 'messages'),
      incomplete,
    };
    writeMeta(target, 'recovery', JSON.stringify(recovery));
    writeMeta(target, 'state', 'clean');
    return recovery;
  } finally {
    source.close();
    target.close();
  }
}

/**
 * Replaces a damaged database, which must be closed, by what can be read of it. The damaged file and its logs
 * are kept beside it as `engram-damaged-<time>.db`; what was found is also stored in the new file, so that the
 * next opening tells the user even after a crash. A crash at any instant leaves either the old file or the new.
 *
 * @throws AppError `storage-full` or `storage-read-only`; the damaged file is then still in its place.
 */
export function recoverDatabase(options: {
  readonly path: string;
  readonly now: number;
  readonly migrations: readonly Migration[];
}): Recovery {
  const { path, now, migrations } = options;
  const stamp = timeStamp(now);
  const names = namesBeside(path, stamp);
  try {
    finishRecovery(path);
    rmSync(names.work, { recursive: true, force: true });
    mkdirSync(names.work);
    const state = inspectFile(path);
    const latest = latestVersion(migrations);
    // The schema it had, so that the migrations after it run on the recovered rows as they would have.
    const version = state.kind === 'engram' && state.version >= 1 ? Math.min(state.version, latest) : latest;
    const partial = join(names.work, 'recovered.db');
    const recovery = buildRecovered(copyDamaged(path, names.work), partial, {
      now,
      damagedPath: names.damaged,
      migrations: migrations.filter((migration) => migration.version <= version),
    });
    renameSync(partial, names.recovered);
    swapIn(path, stamp);
    return recovery;
  } catch (error) {
    throw toStorageError(error);
  } finally {
    rmSync(names.work, { recursive: true, force: true });
  }
}
