import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { runMigrations } from '../../../src/main/storage/migrate';
import { allMigrations } from '../../../src/main/storage/migrations/all-migrations';
import { openDatabase } from '../../../src/main/storage/open-database';
import type { OpenedDatabase, OpenOptions } from '../../../src/main/storage/open-database';

/** The instant all storage tests happen at. */
export const testTime = Date.UTC(2026, 0, 2, 3, 4, 5);

/** Opens at a fixed time with version 9.9.9 of the program. */
export function openAt(path: string, options: Partial<OpenOptions> = {}): Promise<OpenedDatabase> {
  return openDatabase({ path, clock: { now: () => testTime }, appVersion: '9.9.9', ...options });
}

/** The rows that a database of this version may hold, as committed SQL. */
export function readFixture(version: number): string {
  return readFileSync(
    join(import.meta.dirname, `../../fixtures/storage/version-${String(version)}-data.sql`),
    'utf8',
  );
}

/** Writes a closed database file as the program of that version left it, with the fixture's rows. */
export function buildDatabaseOfVersion(path: string, version: number): void {
  const database = new SqliteDatabase(path);
  database.pragma('journal_mode = WAL');
  const history = allMigrations.filter((migration) => migration.version <= version);
  runMigrations(database, history, { appVersion: '1.0.0', copyPath: null });
  database.exec(readFixture(version));
  database.close();
}

const userId = '0190a000-0000-7000-8000-00000000000a';

/** Adds a user with one session of `count` chained messages of some 500 characters each. */
export function fillWithMessages(database: Database, count: number, sessionId = 'long'): void {
  database
    .transaction(() => {
      database
        .prepare('INSERT OR IGNORE INTO users (id, name, is_default, created_at) VALUES (?, ?, 1, 0)')
        .run(userId, 'You');
      database
        .prepare(
          `INSERT INTO sessions (id, user_id, title, title_source, created_at, updated_at, recall_scope)
           VALUES (?, ?, 'Long', 'none', 0, 0, 'session')`,
        )
        .run(sessionId, userId);
      const insert = database.prepare(
        `INSERT INTO messages (id, user_id, session_id, parent_id, depth, role, content, state, provenance,
           created_at, on_path, search_text) VALUES (?, ?, ?, ?, ?, 'user', ?, 'done', 'typed', ?, 1, ?)`,
      );
      for (let depth = 1; depth <= count; depth++) {
        const id = `${sessionId}-${String(depth)}`;
        const parent = depth === 1 ? null : `${sessionId}-${String(depth - 1)}`;
        const content = `${id} ${`word${String(depth)} `.repeat(50)}`;
        insert.run(id, userId, sessionId, parent, depth, content, depth, content);
      }
      database
        .prepare('UPDATE sessions SET head_id = ?, message_count = ? WHERE id = ?')
        .run(`${sessionId}-${String(count)}`, count, sessionId);
    })
    .immediate();
}

/** One number from a query. */
export function count(database: Database, sql: string): number {
  return Number(database.prepare(sql).pluck().get());
}
