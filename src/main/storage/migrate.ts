import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/errors';
import { catalogue } from '../../shared/catalogue/catalogue';
import { copyDatabase } from './copy-database';
import { engramApplicationId } from './file-header';
import { writeMeta } from './meta';
import { isDamage, toStorageError } from './storage-error';
import { timeStamp } from './time-stamp';

const words = catalogue.storage;

/** One step of the schema; `version` counts from 1 without gaps. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: string | ((database: Database) => void);
}

/** Where the copies made before migrations lie, for the database at `path`. */
export function backupFolder(path: string): string {
  return join(dirname(path), 'backups');
}

/** The version that a list of migrations leads to. */
export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The version of an open database: the migrations it has been through. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

function runMigration(database: Database, migration: Migration): void {
  if (typeof migration.up === 'string') database.exec(migration.up);
  else migration.up(database);
  database.pragma(`user_version = ${String(migration.version)}`);
  const broken = database.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`Migration ${String(migration.version)} breaks ${String(broken.length)} references`);
  }
}

/**
 * Runs the migrations a database has not been through, all in one transaction: either it reaches the newest
 * version or it stays exactly as it was, so that the program of before can still open it.
 *
 * @throws AppError when a migration fails; `copyPath` is named in its message.
 */
export function runMigrations(
  database: Database,
  migrations: readonly Migration[],
  options: { readonly appVersion: string | null; readonly copyPath: string | null },
): void {
  const current = schemaVersion(database);
  const due = migrations.filter((migration) => migration.version > current);
  if (due.length === 0) return;
  let running = '';
  // A migration that rebuilds a table needs this, and the pragma does nothing inside a transaction.
  database.pragma('foreign_keys = OFF');
  try {
    database
      .transaction(() => {
        if (current === 0) database.pragma(`application_id = ${String(engramApplicationId)}`);
        for (const migration of due) {
          running = `${String(migration.version)} ${migration.name}`;
          runMigration(database, migration);
        }
        writeMeta(database, 'app-version', options.appVersion);
      })
      .immediate();
  } catch (error) {
    if (isDamage(error)) throw error;
    const known = toStorageError(error);
    if (known instanceof AppError) throw known;
    throw new AppError('unexpected', words.migrationFailed(running, options.copyPath), { cause: error });
  } finally {
    database.pragma('foreign_keys = ON');
  }
}

/**
 * Brings a database file up to date. One that holds data is copied first, and stays as it was when the copy
 * cannot be made. Returns the copy's path, or null when there was nothing to copy.
 *
 * @throws AppError as {@link runMigrations} and {@link copyDatabase} do.
 */
export async function migrateFile(
  database: Database,
  migrations: readonly Migration[],
  options: { readonly now: number; readonly appVersion: string | null },
): Promise<string | null> {
  const current = schemaVersion(database);
  const target = latestVersion(migrations);
  if (current >= target) return null;
  let copyPath: string | null = null;
  if (current >= 1) {
    const folder = backupFolder(database.name);
    mkdirSync(folder, { recursive: true });
    copyPath = join(folder, `engram-before-v${String(target)}-${timeStamp(options.now)}.db`);
    await copyDatabase(database.name, copyPath);
  }
  runMigrations(database, migrations, { appVersion: options.appVersion, copyPath });
  return copyPath;
}
