import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { buildDatabaseOfVersion, count, openAt } from './support/sample-database';
import { folderContent, temporaryFolder } from './support/temporary-folder';
import { readMeta } from '../../src/main/storage/meta';
import { schemaVersion } from '../../src/main/storage/migrate';
import type { Migration } from '../../src/main/storage/migrate';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';

const latest = allMigrations.length;
const addsColumn: Migration = {
  version: latest + 1,
  name: 'mood',
  up: `ALTER TABLE sessions ADD COLUMN mood TEXT; UPDATE sessions SET mood = 'calm'`,
};
const fails: Migration = {
  version: latest + 2,
  name: 'broken',
  up: 'DELETE FROM jobs; SELECT * FROM no_such_table',
};
const losesUsers: Migration = { version: latest + 1, name: 'orphans', up: 'DELETE FROM users' };

function dumpTables(database: SqliteDatabase.Database): Readonly<Record<string, unknown>> {
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all()
    .filter((name) => name !== 'meta');
  return Object.fromEntries(
    tables.sort().map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]),
  );
}

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(allMigrations.map((migration) => migration.version)).toEqual(allMigrations.map((_, at) => at + 1));
  });

  it('give the same schema from scratch as step by step', async () => {
    const folder = temporaryFolder();
    const schema = `SELECT type, name, sql FROM sqlite_schema ORDER BY type, name`;
    const whole = await openAt(':memory:', { migrations: [...allMigrations, addsColumn] });
    (await openAt(join(folder, 'engram.db'))).close();
    const stepped = await openAt(join(folder, 'engram.db'), { migrations: [...allMigrations, addsColumn] });
    expect(stepped.database.prepare(schema).all()).toEqual(whole.database.prepare(schema).all());
    whole.close();
    stepped.close();
  });

  it.each(allMigrations.map((migration) => migration.version))(
    'bring a database of version %i with data to the newest, losing nothing',
    async (version) => {
      const path = join(temporaryFolder(), 'engram.db');
      buildDatabaseOfVersion(path, version);
      const { database, close } = await openAt(path, { migrations: [...allMigrations, addsColumn] });
      expect(schemaVersion(database)).toBe(addsColumn.version);
      expect(database.pragma('quick_check', { simple: true })).toBe('ok');
      expect(database.pragma('foreign_key_check')).toEqual([]);
      expect(count(database, 'SELECT count(*) FROM messages')).toBe(7);
      expect(count(database, `SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'quince'`)).toBe(2);
      expect(count(database, `SELECT count(*) FROM sessions WHERE mood = 'calm'`)).toBe(3);
      for (const table of [
        'vectors',
        'summaries',
        'facts',
        'fact_evidence',
        'snapshots',
        'jobs',
        'settings',
        'costs',
        'prompts',
      ]) {
        expect([table, count(database, `SELECT count(*) FROM ${table}`)]).toEqual([table, 1]);
      }
      close();
    },
  );

  it('copy a database that holds data before changing it', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    buildDatabaseOfVersion(path, latest);
    const before = new SqliteDatabase(path);
    const rows = dumpTables(before);
    before.close();
    (await openAt(path, { migrations: [...allMigrations, addsColumn] })).close();

    const copies = readdirSync(join(folder, 'backups'));
    expect(copies).toEqual([`engram-before-v${String(latest + 1)}-2026-01-02T03-04-05-000Z.db`]);
    const copy = new SqliteDatabase(join(folder, 'backups', copies[0]!), { readonly: true });
    expect(schemaVersion(copy)).toBe(latest);
    expect(dumpTables(copy)).toEqual(rows);
    copy.close();
  });

  it('copy nothing for a new database, nor when there is nothing to do', async () => {
    const folder = temporaryFolder();
    (await openAt(join(folder, 'engram.db'))).close();
    (await openAt(join(folder, 'engram.db'))).close();
    expect(readdirSync(folder)).toEqual(['engram.db']);
  });

  it.each([
    ['fails', [addsColumn, fails]],
    ['breaks references', [losesUsers]],
  ])('leave the database at its old version when one %s, and say so', async (_, added) => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    buildDatabaseOfVersion(path, latest);
    const opening = openAt(path, { migrations: [...allMigrations, ...added] });
    await expect(opening).rejects.toThrow('left as it was');
    await expect(opening).rejects.toThrow(join(folder, 'backups'));

    const { database, close } = await openAt(path);
    expect(schemaVersion(database)).toBe(latest);
    expect(count(database, 'SELECT count(*) FROM jobs')).toBe(1);
    expect(count(database, 'SELECT count(*) FROM users')).toBe(2);
    expect(count(database, `SELECT count(*) FROM pragma_table_info('sessions') WHERE name = 'mood'`)).toBe(0);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    close();
  });

  it('leave no trace of a first start that failed', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    await expect(
      openAt(path, { migrations: [...allMigrations, { ...fails, version: latest + 1 }] }),
    ).rejects.toThrow();
    const { database, notice, close } = await openAt(path);
    expect(notice).toBeNull();
    expect(schemaVersion(database)).toBe(latest);
    close();
  });

  it('record the program that made the schema, not the one that last opened it', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    (await openAt(path, { appVersion: '1.0.0' })).close();
    const { database, close } = await openAt(path, { appVersion: '1.5.0' });
    expect(readMeta(database, 'app-version')).toBe('1.0.0');
    close();
  });

  it('do not run when only reading', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    buildDatabaseOfVersion(path, latest);
    const before = folderContent(folder);
    const reading = openAt(path, { readOnly: true, migrations: [...allMigrations, addsColumn] });
    await expect(reading).rejects.toMatchObject({ kind: 'conflict' });
    expect(folderContent(folder)).toEqual(before);
  });
});
