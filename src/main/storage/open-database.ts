import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { assertNever } from '../../shared/assert-never';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Clock } from '../memory/ports/clock';
import type { Logger } from '../../shared/logger';
import { checkpointTruncate } from './checkpoint-truncate';
import { inspectFile } from './inspect-file';
import type { FileState } from './inspect-file';
import { readMeta, writeMeta } from './meta';
import { backupFolder, latestVersion, migrateFile } from './migrate';
import type { Migration } from './migrate';
import { allMigrations } from './migrations/all-migrations';
import { newerVersionError } from './newer-version';
import { openInMemory } from './open-in-memory';
import { openForReading } from './open-for-reading';
import { parseRecovery, recoveredNotice } from './open-notice';
import type { OpenNotice } from './open-notice';
import { applyPragmas } from './pragmas';
import { finishRecovery, recoverDatabase } from './recover';
import { isDamage, toStorageError } from './storage-error';

const words = catalogue.storage;

/** A connection with the newest schema. */
export interface OpenedDatabase {
  readonly database: Database;
  /** What the user must be told, or null. */
  readonly notice: OpenNotice | null;
  /** Whether the last process that wrote closed in order; a new database counts as that. */
  readonly wasClean: boolean;
  /** Marks an orderly end and closes; the second call does nothing. */
  readonly close: () => void;
}

/** What {@link openDatabase} needs; `appVersion` is stored for the refusal an older program would give. */
export interface OpenOptions {
  /** A file, or ':memory:' for what must leave nothing behind. */
  readonly path: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly logger?: Logger;
  readonly appVersion?: string;
  readonly readOnly?: boolean;
  /** For tests: the schema's history. */
  readonly migrations?: readonly Migration[];
}

interface Resolved {
  readonly path: string;
  readonly now: number;
  readonly appVersion: string | null;
  readonly migrations: readonly Migration[];
  readonly logger: Logger | undefined;
}

/** Why a new database is about to be started where there may have been one. */
function newFileNotice(path: string, state: FileState): OpenNotice | null {
  let backups: readonly string[] = [];
  try {
    backups = readdirSync(backupFolder(path)).filter((name) => name.endsWith('.db'));
  } catch {
    // No folder of backups: a first start.
  }
  const notice = { kind: 'started-empty', severity: 'warning' } as const;
  if (backups.length > 0) return { ...notice, text: words.startedEmpty(backupFolder(path)) };
  return state.kind === 'empty' ? { ...notice, text: words.wasEmpty } : null;
}

function recover(options: Resolved, cause: string): void {
  options.logger?.error('database damaged, recovering', { cause });
  const { sessions, messages, incomplete } = recoverDatabase(options);
  options.logger?.warn('database recovered', { sessions, messages, incomplete: incomplete.join(' ') });
}

/** Opens for writing a file that the inspection let pass. */
async function openWritable(options: Resolved, state: FileState): Promise<OpenedDatabase> {
  const database = new SqliteDatabase(options.path, { timeout: 5000 });
  try {
    applyPragmas(database);
    await migrateFile(database, options.migrations, options);
    const wasClean = readMeta(database, 'state') !== 'open';
    const recovery = parseRecovery(readMeta(database, 'recovery'));
    writeMeta(database, 'state', 'open');
    // In the file itself: should the log vanish, the next opening can tell.
    checkpointTruncate(database);
    const notice =
      recovery !== null
        ? recoveredNotice(recovery)
        : !wasClean && !state.hasLog
          ? ({ kind: 'log-missing', severity: 'warning', text: words.logMissing } as const)
          : null;
    const close = (): void => {
      if (!database.open) return;
      try {
        writeMeta(database, 'recovery', null);
        writeMeta(database, 'state', 'clean');
      } catch (error) {
        // A full disk must not keep the program from ending; the next opening will check the file.
        options.logger?.warn('database not closed in order', { cause: String(error) });
      } finally {
        database.close();
      }
    };
    return { database, notice, wasClean, close };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openFile(options: Resolved): Promise<OpenedDatabase> {
  if (!existsSync(dirname(options.path))) throw new AppError('storage-read-only', words.readOnly);
  finishRecovery(options.path);
  const state = inspectFile(options.path);
  let startNotice: OpenNotice | null = null;
  switch (state.kind) {
    case 'foreign':
      throw new AppError('conflict', words.foreign(options.path));
    case 'engram':
      if (state.version > latestVersion(options.migrations)) throw newerVersionError(options.path);
      if (!state.intact) recover(options, 'header overwritten');
      break;
    case 'unreadable':
      recover(options, 'not a database');
      break;
    case 'missing':
    case 'empty':
      // SQLite would throw the log away.
      if (state.hasLog) recover(options, `${state.kind} beside its log`);
      else startNotice = newFileNotice(options.path, state);
      break;
    case 'blank':
      break;
    default:
      assertNever(state);
  }
  try {
    const opened = await openWritable(options, state);
    return { ...opened, notice: opened.notice ?? startNotice };
  } catch (error) {
    if (!isDamage(error)) throw error;
    recover(options, error instanceof Error ? error.message : 'damaged');
    return openWritable(options, inspectFile(options.path));
  }
}

/**
 * Opens Engram's database at its newest schema. A damaged file is set aside and what can be read of it
 * recovered (told by the notice); an older one is copied and migrated. It never runs the slow check:
 * see `checkIfDue`.
 *
 * @throws AppError `storage-newer` or `conflict` (another program's database), both without touching the
 *   folder; `storage-full`, `storage-read-only`; `not-found` when only reading.
 */
export async function openDatabase(options: OpenOptions): Promise<OpenedDatabase> {
  const migrations = options.migrations ?? allMigrations;
  if (options.path === ':memory:') {
    const database = openInMemory(migrations);
    return { database, notice: null, wasClean: true, close: () => void database.close() };
  }
  try {
    if (options.readOnly === true) {
      const database = openForReading(options.path, migrations);
      return { database, notice: null, wasClean: true, close: () => void database.close() };
    }
    return await openFile({
      path: options.path,
      now: options.clock.now(),
      appVersion: options.appVersion ?? null,
      migrations,
      logger: options.logger,
    });
  } catch (error) {
    throw toStorageError(error);
  }
}
