import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { runMigrations } from './migrate';
import type { Migration } from './migrate';
import { applyPragmas } from './pragmas';

/** Opens a database that leaves nothing on disk, with the newest schema: for temporary chats. */
export function openInMemory(migrations: readonly Migration[]): Database {
  const database = new SqliteDatabase(':memory:');
  applyPragmas(database);
  runMigrations(database, migrations, { appVersion: null, copyPath: null });
  return database;
}
