import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openAt, buildDatabaseOfVersion, count, fillWithMessages } from './support/sample-database';
import { filesContaining, folderContent, temporaryFolder } from './support/temporary-folder';
import { AppError } from '../../src/shared/errors';
import { checkpointTruncate } from '../../src/main/storage/checkpoint-truncate';
import { engramApplicationId } from '../../src/main/storage/file-header';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';

const newer = [
  ...allMigrations,
  { version: allMigrations.length + 1, name: 'future', up: 'CREATE TABLE future (a)' },
];

/** Runs SQL in a process of its own that is killed with the database open. */
function writeAndDie(path: string, sql: string): void {
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1]);
    database.exec(process.argv[2]);
    process.kill(process.pid, 'SIGKILL');`;
  expect(() => execFileSync(process.execPath, ['-e', program, path, sql], { stdio: 'ignore' })).toThrow();
}

describe('opening a database', () => {
  it('starts a new one with the newest schema, and finds it again', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    const first = await openAt(path);
    expect(first).toMatchObject({ notice: null, wasClean: true });
    fillWithMessages(first.database, 3);
    first.close();
    first.close();
    expect(existsSync(`${path}-wal`)).toBe(false);

    const second = await openAt(path);
    expect(second).toMatchObject({ notice: null, wasClean: true });
    expect(count(second.database, 'SELECT count(*) FROM messages')).toBe(3);
    expect(second.database.pragma('application_id', { simple: true })).toBe(engramApplicationId);
    second.close();
  });

  it('keeps a temporary chat in memory alone', async () => {
    const { database, close } = await openAt(':memory:');
    fillWithMessages(database, 2);
    expect(database.memory).toBe(true);
    close();
  });

  it('sees that the last process did not close in order, and keeps what that process committed', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    (await openAt(path)).close();
    writeAndDie(
      path,
      `UPDATE meta SET value = 'open' WHERE key = 'state'; INSERT INTO users VALUES ('u', 'U', 1, 0, NULL)`,
    );
    const opened = await openAt(path);
    expect(opened).toMatchObject({ wasClean: false, notice: null });
    expect(count(opened.database, 'SELECT count(*) FROM users')).toBe(1);
    opened.close();
    const again = await openAt(path);
    expect(again.wasClean).toBe(true);
    again.close();
  });

  it('tells that the log of an unclean exit is gone', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    buildDatabaseOfVersion(path, 1);
    const writing = new SqliteDatabase(path);
    writing.exec(`INSERT INTO meta VALUES ('state', 'open')`);
    writing.close();
    const opened = await openAt(path);
    expect(opened.notice).toMatchObject({ kind: 'log-missing' });
    opened.close();
  });

  it('marks the file itself as open, so that a vanished log is seen', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    const program = `
      import { openDatabase } from './src/main/storage/open-database';
      const opened = await openDatabase({ path: process.argv[1] ?? '', clock: { now: () => 0 } });
      opened.database.exec("INSERT INTO users VALUES ('u', 'U', 1, 0, NULL)");
      process.kill(process.pid, 'SIGKILL');`;
    const run = ['--import', 'tsx', '--input-type=module', '-e', program, path];
    expect(() => execFileSync(process.execPath, run, { stdio: 'ignore' })).toThrow();
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
    rmSync(`${path}-wal`);
    rmSync(`${path}-shm`, { force: true });
    const opened = await openAt(path);
    expect(opened).toMatchObject({ wasClean: false, notice: { kind: 'log-missing' } });
    opened.close();
  });

  it('tells when a database is gone or empty where there are backups', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    writeFileSync(path, '');
    const empty = await openAt(path);
    expect(empty.notice).toMatchObject({ kind: 'started-empty' });
    empty.close();

    const { backupDatabase } = await import('../../src/main/storage/backup');
    const opened = await openAt(path);
    await backupDatabase(opened.database.name, join(folder, 'backups'), { keep: 2, now: 0 });
    opened.close();
    rmSync(path);
    const missing = await openAt(path);
    expect(missing.notice?.text).toContain(join(folder, 'backups'));
    missing.close();
  });
});

describe('a database that is not for this program', () => {
  it('is refused when newer, naming the version it needs, and its folder stays as it is', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    (await openAt(path, { migrations: newer, appVersion: '12.3.4' })).close();
    const before = folderContent(folder);
    const refusal = openAt(path);
    await expect(refusal).rejects.toMatchObject({ kind: 'storage-newer' });
    await expect(refusal).rejects.toThrow('12.3.4');
    await expect(openAt(path, { readOnly: true })).rejects.toMatchObject({ kind: 'storage-newer' });
    expect(folderContent(folder)).toEqual(before);
  });

  it('is refused when only its log makes it newer', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    (await openAt(path)).close();
    writeAndDie(
      path,
      `BEGIN; CREATE TABLE future (a); PRAGMA user_version = ${String(newer.length)}; COMMIT`,
    );
    const before = folderContent(folder);
    await expect(openAt(path)).rejects.toMatchObject({ kind: 'storage-newer' });
    expect(folderContent(folder)).toEqual(before);
    expect(readdirSync(folder)).toContain('engram.db-wal');
  });

  it('is refused when another program made it, and stays as it is', async () => {
    for (const sql of [
      'PRAGMA application_id = 77; CREATE TABLE t (a)',
      'CREATE TABLE t (a)',
      'PRAGMA user_version = 1',
    ]) {
      const folder = temporaryFolder();
      const path = join(folder, 'engram.db');
      const foreign = new SqliteDatabase(path);
      foreign.exec(sql);
      foreign.close();
      const before = folderContent(folder);
      await expect(openAt(path)).rejects.toMatchObject({ kind: 'conflict' });
      await expect(openAt(path)).rejects.toThrow('another program');
      expect(folderContent(folder)).toEqual(before);
    }
  });
});

describe('reading beside the writer', () => {
  it('sees what is committed and cannot write', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    const writer = await openAt(path);
    fillWithMessages(writer.database, 2);
    const reader = await openAt(path, { readOnly: true });
    expect(count(reader.database, 'SELECT count(*) FROM messages')).toBe(2);
    expect(() => reader.database.exec('DELETE FROM messages')).toThrow('readonly');
    reader.close();
    writer.close();
  });

  it('says that there is nothing to read instead of creating it', async () => {
    const folder = temporaryFolder();
    await expect(openAt(join(folder, 'engram.db'), { readOnly: true })).rejects.toBeInstanceOf(AppError);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('forgetting', () => {
  it('leaves a deleted text in no file of the folder', async () => {
    const folder = temporaryFolder();
    const { database, close } = await openAt(join(folder, 'engram.db'));
    fillWithMessages(database, 200);
    const secret = 'xylophonequagmire';
    const insert = database.prepare(
      `INSERT INTO messages (id, user_id, session_id, depth, role, content, state, provenance, created_at, search_text)
       SELECT 'secret', user_id, id, 1, 'user', ?, 'done', 'typed', 0, ? FROM sessions`,
    );
    // Longer than a page, so that overflow pages are freed too.
    insert.run(`${secret} `.repeat(1000), secret);
    fillWithMessages(database, 50, 'later');
    checkpointTruncate(database);
    expect(filesContaining(folder, secret)).not.toEqual([]);

    database.prepare(`DELETE FROM messages WHERE id = 'secret'`).run();
    expect(checkpointTruncate(database)).toBe(true);
    expect(filesContaining(folder, secret)).toEqual([]);
    expect(count(database, `SELECT count(*) FROM messages_fts WHERE messages_fts MATCH '${secret}'`)).toBe(0);
    close();
  });
});
