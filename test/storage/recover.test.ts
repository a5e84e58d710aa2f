import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { buildLong, expectSound, overwrite, pageSize, pagesOf, stamp } from './support/damaged-database';
import { buildDatabaseOfVersion, count, fillWithMessages, openAt, testTime } from './support/sample-database';
import { temporaryFolder } from './support/temporary-folder';
import { checkIfDue } from '../../src/main/storage/integrity';
import { runMigrations } from '../../src/main/storage/migrate';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';
import { recoverDatabase } from '../../src/main/storage/recover';

describe('a damaged database', () => {
  it('gives back every message that is not on a damaged page, as one chain', async () => {
    const { folder, path } = await buildLong(600);
    const leaves = pagesOf(path, 'messages', 'leaf');
    for (const at of [3, 4, 40, leaves.length - 2]) {
      overwrite(path, (leaves[at]! - 1) * pageSize, new Uint8Array(pageSize).fill(0xa5));
    }
    const damaged = readFileSync(path);

    const first = await openAt(path);
    const result = await checkIfDue(first.database, { now: testTime, wasClean: false });
    expect(result).toMatchObject({ ran: true, ok: false });
    expect(result.problems).not.toEqual([]);
    first.close();
    recoverDatabase({ path, now: testTime, migrations: allMigrations });

    const { database, notice, close } = await openAt(path);
    expectSound(database);
    const kept = count(database, 'SELECT count(*) FROM messages');
    expect(kept).toBeGreaterThan(540);
    expect(kept).toBeLessThan(600);
    expect(count(database, 'SELECT message_count FROM sessions')).toBe(kept);
    expect(count(database, 'SELECT count(*) FROM messages WHERE on_path = 1')).toBe(kept);
    expect(count(database, `SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'word300'`)).toBe(1);
    const keptAside = join(folder, `engram-damaged-${stamp}.db`);
    expect(notice).toMatchObject({
      kind: 'recovered',
      recovery: { sessions: 1, messages: kept, damagedPath: keptAside, incomplete: ['messages'] },
    });
    expect(notice?.text).toContain(`1 chat and ${String(kept)} messages`);
    // Only the mark of the opening differs from what was damaged.
    expect(readFileSync(keptAside).length).toBe(damaged.length);
    close();
    const again = await openAt(path);
    expect(again).toMatchObject({ notice: null, wasClean: true });
    again.close();
  });

  it('that was cut short is recovered on opening', async () => {
    const { folder, path } = await buildLong(400);
    truncateSync(path, Math.floor(readFileSync(path).length / 2 / pageSize) * pageSize);
    const cut = readFileSync(path);
    const { database, notice, close } = await openAt(path);
    expect(notice).toMatchObject({ kind: 'recovered' });
    expectSound(database);
    expect(count(database, 'SELECT count(*) FROM messages')).toBeGreaterThan(50);
    expect(readFileSync(join(folder, `engram-damaged-${stamp}.db`)).equals(cut)).toBe(true);
    close();
  });

  it('whose first bytes were overwritten loses nothing', async () => {
    const { path } = await buildLong(50);
    overwrite(path, 0, new Uint8Array(60).fill(0xff));
    const { database, notice, close } = await openAt(path);
    expect(notice).toMatchObject({ kind: 'recovered', recovery: { messages: 50, incomplete: [] } });
    expectSound(database);
    close();
  });

  it('of no readable byte is kept, and a new one started', async () => {
    for (const garbage of [Buffer.from('hello'), Buffer.alloc(9000, 0x5a), Buffer.alloc(4096)]) {
      const folder = temporaryFolder();
      const path = join(folder, 'engram.db');
      writeFileSync(path, garbage);
      const { database, notice, close } = await openAt(path);
      expect(notice).toMatchObject({ kind: 'recovered', recovery: { sessions: 0, messages: 0 } });
      expectSound(database);
      close();
      expect(readFileSync(join(folder, `engram-damaged-${stamp}.db`)).equals(garbage)).toBe(true);
    }
  });

  it('keeps its log with it, and what only the log holds is recovered', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'engram.db');
    const writer = new SqliteDatabase(path);
    writer.pragma('journal_mode = WAL');
    writer.pragma('wal_autocheckpoint = 0');
    runMigrations(writer, allMigrations, { appVersion: null, copyPath: null });
    fillWithMessages(writer, 30);
    copyFileSync(`${path}-wal`, join(folder, 'saved'));
    writer.close();
    writeFileSync(path, '');
    copyFileSync(join(folder, 'saved'), `${path}-wal`);

    const { database, notice, close } = await openAt(path);
    expect(notice).toMatchObject({ kind: 'recovered', recovery: { messages: 30, incomplete: [] } });
    expectSound(database);
    close();
    const keptLog = readFileSync(join(folder, `engram-damaged-${stamp}.db-wal`));
    expect(keptLog.equals(readFileSync(join(folder, 'saved')))).toBe(true);
  });

  it('gets new chats and users for messages whose own were lost', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    buildDatabaseOfVersion(path, 1);
    for (const table of ['sessions', 'users']) {
      for (const page of pagesOf(path, table, 'leaf'))
        overwrite(path, (page - 1) * pageSize, new Uint8Array(pageSize));
    }
    recoverDatabase({ path, now: testTime, migrations: allMigrations });
    const { database, close } = await openAt(path);
    expectSound(database);
    expect(count(database, 'SELECT count(*) FROM messages')).toBe(7);
    expect(count(database, 'SELECT count(*) FROM users WHERE is_default = 1')).toBe(1);
    const chats = database.prepare('SELECT title, message_count FROM sessions ORDER BY message_count').all();
    expect(chats).toEqual([
      { title: 'Recovered chat', message_count: 2 },
      { title: 'Recovered chat', message_count: 4 },
    ]);
    expect(count(database, 'SELECT count(*) FROM summaries')).toBe(1);
    close();
  });

  it('is recovered whole when it was not damaged at all', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    buildDatabaseOfVersion(path, allMigrations.length);
    const rows = (database: Database) =>
      ['users', 'sessions', 'messages', 'chunks', 'vectors', 'summaries', 'facts', 'fact_evidence', 'snapshots',
        'snapshot_sources', 'jobs', 'prompts', 'drafts', 'settings', 'costs'].map((table) => [
        table,
        database.prepare(`SELECT * FROM ${table}`).safeIntegers().all(),
      ]); // prettier-ignore
    const before = new SqliteDatabase(path, { readonly: true });
    const expected = rows(before);
    before.close();
    const recovery = recoverDatabase({ path, now: testTime, migrations: allMigrations });
    expect(recovery).toMatchObject({ sessions: 3, messages: 7, incomplete: [] });
    const { database, close } = await openAt(path);
    expect(rows(database)).toEqual(expected);
    close();
  });

  it('of an older version is recovered and then migrated', async () => {
    const path = join(temporaryFolder(), 'engram.db');
    buildDatabaseOfVersion(path, 1);
    overwrite(path, 0, Buffer.from('overwritten'));
    const next = {
      version: allMigrations.length + 1,
      name: 'mood',
      up: 'ALTER TABLE sessions ADD COLUMN mood TEXT',
    };
    const { database, notice, close } = await openAt(path, { migrations: [...allMigrations, next] });
    expect(notice).toMatchObject({ kind: 'recovered', recovery: { messages: 7 } });
    expect(count(database, 'SELECT count(*) FROM sessions WHERE mood IS NULL')).toBe(3);
    close();
  });
});
