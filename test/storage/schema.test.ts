import { describe, expect, it } from 'vitest';
import { readFixture } from './support/sample-database';
import { rebuildFullText } from '../../src/main/storage/full-text';
import { quickCheck } from '../../src/main/storage/integrity';
import { allMigrations } from '../../src/main/storage/migrations/all-migrations';
import { openInMemory } from '../../src/main/storage/open-in-memory';

function openSample() {
  const database = openInMemory(allMigrations);
  database.exec(readFixture(allMigrations.length));
  return database;
}

const message = (columns: string, values: string): string =>
  `INSERT INTO messages (id, user_id, session_id, depth, role, content, state, provenance, created_at, ${columns})
   VALUES ('new', '0190a000-0000-7000-8000-000000000001', '0190b000-0000-7000-8000-000000000001', 5, 'assistant',
     'Once upon', 'streaming', 'model', 0, ${values})`;

describe('the log in the database', () => {
  it.each([
    ['content', `'other'`],
    ['state', `'streaming'`],
    ['state', `'stopped'`],
    ['content', `content || ' and more'`],
  ])('never changes the %s of a finished message to %s', (column, value) => {
    const database = openSample();
    expect(() => database.exec(`UPDATE messages SET ${column} = ${value} WHERE seq = 1`)).toThrow(
      'a finished message never changes',
    );
  });

  it.each([
    ['id', `'x'`],
    ['user_id', `'0190a000-0000-7000-8000-000000000002'`],
    ['session_id', `'0190b000-0000-7000-8000-000000000002'`],
    ['role', `'tool'`],
    ['author', `'Eve'`],
    ['author', 'NULL'],
    ['created_at', '1'],
    ['provenance', `'model'`],
    ['depth', '9'],
  ])('never changes the %s of a message', (column, value) => {
    const database = openSample();
    expect(() => database.exec(`UPDATE messages SET ${column} = ${value} WHERE seq = 1`)).toThrow(
      'the log is never rewritten',
    );
  });

  it('lets a streaming reply grow and finish, and nothing else', () => {
    const database = openSample();
    database.exec(message('tokens', '1'));
    const setContent = database.prepare(`UPDATE messages SET content = ? WHERE id = 'new'`);
    for (const shorter of ['Once', '', 'Twice upon a time', 'once upon a time']) {
      expect(() => setContent.run(shorter)).toThrow('a streaming reply may only grow');
    }
    setContent.run('Once upon');
    setContent.run('Once upon a time 🌱');
    database.exec(`UPDATE messages SET content = content || '.', state = 'done' WHERE id = 'new'`);
    expect(() => setContent.run('Once upon a time 🌱. The end')).toThrow('a finished message never changes');
  });

  it('may mark, count, pin and hide a finished message', () => {
    const database = openSample();
    database.exec(`UPDATE messages SET on_path = 0, tokens = 5, encoding = 'o200k_base', pinned_at = 1, deleted_at = 2,
      superseded_at = 3, excluded_at = 4, search_text = NULL WHERE seq = 1`);
  });

  it('takes no message into the session of another user', () => {
    const database = openSample();
    const foreign = message('tokens', '1').replace('000000000001', '000000000002');
    expect(() => database.exec(foreign)).toThrow('FOREIGN KEY');
  });

  it.each([
    [message('tokens', `'many'`), 'cannot store TEXT value in INTEGER'],
    [message('metadata', `'{'`), 'CHECK'],
    [message('on_path', '2'), 'CHECK'],
    [message('tokens', '1').replace(`'streaming'`, `'thinking'`), 'CHECK'],
    [message('tokens', '1').replace(', 5,', ', 0,'), 'CHECK'],
    [`INSERT INTO users VALUES ('u', 'Second default', 1, 0, NULL)`, 'UNIQUE'],
    [`UPDATE summaries SET text = '  '`, 'CHECK'],
    [`UPDATE vectors SET vector = x'00'`, 'CHECK'],
    [`UPDATE drafts SET text = ''`, 'CHECK'],
    [`UPDATE drafts SET user_id = '0190a000-0000-7000-8000-000000000002'`, 'FOREIGN KEY'],
    [`UPDATE prompts SET user_id = '0190a000-0000-7000-8000-000000000002'`, 'FOREIGN KEY'],
    [
      `INSERT INTO prompts SELECT NULL, user_id, session_id, version, text, created_at FROM prompts`,
      'UNIQUE',
    ],
  ])('refuses what the schema does not allow: %#', (sql, reason) => {
    expect(() => openSample().exec(sql)).toThrow(reason);
  });

  it('removes everything of a user with the user', () => {
    const database = openSample();
    database.exec(`DELETE FROM users WHERE name = 'Ada'`);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    for (const table of [
      'chunks',
      'vectors',
      'sentence_vectors',
      'summaries',
      'facts',
      'fact_evidence',
      'snapshots',
      'snapshot_sources',
      'jobs',
      'drafts',
      'prompts',
    ]) {
      expect([table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
    }
    expect(database.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(2);
    expect(quickCheck(database)).toEqual([]);
  });
});

describe('a chat that is erased', () => {
  it('takes its draft and its prompts with it, and nobody else’s', () => {
    const database = openSample();
    database.exec(`INSERT INTO prompts (user_id, session_id, version, text, created_at) VALUES
      ('0190a000-0000-7000-8000-000000000001', NULL, 1, 'Of all chats', 0),
      ('0190a000-0000-7000-8000-000000000002', '0190b000-0000-7000-8000-000000000003', 1, 'Of another', 0);
      DELETE FROM sessions WHERE id = '0190b000-0000-7000-8000-000000000001'`);
    const prompts = database.prepare('SELECT text FROM prompts ORDER BY text').pluck().all();
    expect(prompts).toEqual(['Of all chats', 'Of another']);
    expect(database.prepare('SELECT count(*) FROM drafts').pluck().get()).toBe(0);
  });
});

describe('the full-text index', () => {
  it('is the same from its triggers as rebuilt, down to the scores', () => {
    const database = openSample();
    database.exec(`
      UPDATE messages SET search_text = 'pear' WHERE seq = 1;
      UPDATE messages SET search_text = NULL WHERE seq = 2;
      UPDATE messages SET search_text = 'apple pear' WHERE seq = 3;
      UPDATE messages SET search_text = 'apple pear' WHERE seq = 3;
      DELETE FROM messages WHERE seq = 6;
      INSERT INTO messages_fts (messages_fts) VALUES ('optimize');
    `);
    const index = () => [
      database.prepare('SELECT id, hex(sz) FROM messages_fts_docsize').all(),
      database.prepare('SELECT hex(block) FROM messages_fts_data WHERE id = 1').all(),
      ...['pear', 'apple OR pear', 'quince', 'grace', 'pe*', '庭*'].map((query) =>
        database
          .prepare(`SELECT rowid, rank FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rank, rowid`)
          .all(query),
      ),
    ];
    const grown = index();
    expect(quickCheck(database)).toEqual([]);
    rebuildFullText(database);
    database.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('optimize')`);
    expect(index()).toEqual(grown);
  });

  it('is found unsound when it misses a message or keeps one too many', () => {
    const database = openSample();
    database.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('delete-all')`);
    expect(quickCheck(database)).not.toEqual([]);
    rebuildFullText(database);
    expect(quickCheck(database)).toEqual([]);
    database.exec(`INSERT INTO messages_fts (rowid, search_text) VALUES (99, 'ghost')`);
    expect(quickCheck(database)).not.toEqual([]);
  });
});
