import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runMigrations } from '../../src/main/storage/migrate';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';
import { buildDatabaseOfVersion, count } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';

const ada = '0190a000-0000-7000-8000-000000000001';
const grace = '0190a000-0000-7000-8000-000000000002';
const compilers = '0190b000-0000-7000-8000-000000000003';

function open(path: string): Database {
  const database = new SqliteDatabase(path);
  onTestFinished(() => void database.close());
  return database;
}

/** A database of version 1 with these rows on top of the fixture's, brought to version 2. */
function migrated(sql: string): Database {
  const path = join(temporaryFolder(), 'engram.db');
  buildDatabaseOfVersion(path, 1);
  const database = open(path);
  database.exec(sql);
  runMigrations(database, allMigrations.slice(0, 2), { appVersion: null, copyPath: null });
  return database;
}

const prompts = (database: Database): readonly unknown[] =>
  database
    .prepare('SELECT user_id, session_id, version, text, created_at FROM prompts ORDER BY user_id, version')
    .raw()
    .all();

describe('the prompts of version 1', () => {
  it('come to belong to the default user, or to the user of their chat', () => {
    const database = migrated(`INSERT INTO prompts (scope, version, text, created_at) VALUES
      ('${compilers}', 1, 'In Pascal.', 5), ('${compilers}', 2, '', 6), ('of a chat that is gone', 1, 'Lost', 7)`);
    expect(prompts(database)).toEqual([
      [ada, null, 1, 'Be brief.', 1700000000000],
      [grace, compilers, 1, 'In Pascal.', 5],
      [grace, compilers, 2, '', 6],
    ]);
    expect(database.pragma('foreign_key_check')).toEqual([]);
  });

  it('give way to the one that was in force as a setting, which is a setting no more', () => {
    const database = migrated(`INSERT INTO settings VALUES ('app', 'systemPrompt', '"Say \\"ahoy\\"."')`);
    expect(prompts(database)).toEqual([
      [ada, null, 1, 'Be brief.', 1700000000000],
      [ada, null, 2, 'Say "ahoy".', 1700000000000],
    ]);
    expect(count(database, 'SELECT count(*) FROM settings')).toBe(1);
  });

  it('begin with the setting where there were none', () => {
    const database = migrated(
      `DELETE FROM prompts; INSERT INTO settings VALUES ('app', 'systemPrompt', '"Be kind."')`,
    );
    expect(prompts(database)).toEqual([[ada, null, 1, 'Be kind.', 1700000000000]]);
  });

  it.each([`'"  "'`, `'7'`, `'null'`])('take no prompt from a setting of %s', (value) => {
    const database = migrated(`INSERT INTO settings VALUES ('app', 'systemPrompt', ${value})`);
    expect(prompts(database)).toHaveLength(1);
    expect(count(database, 'SELECT count(*) FROM settings')).toBe(1);
  });

  it('are left out where there is nobody they could belong to', () => {
    const path = join(temporaryFolder(), 'engram.db');
    const database = open(path);
    const options = { appVersion: null, copyPath: null };
    runMigrations(database, allMigrations.slice(0, 1), options);
    database.exec(`INSERT INTO prompts (scope, version, text, created_at) VALUES ('global', 1, 'Be brief.', 0);
      INSERT INTO settings VALUES ('app', 'systemPrompt', '"Be kind."')`);
    runMigrations(database, allMigrations.slice(0, 2), options);
    expect(prompts(database)).toEqual([]);
  });
});
