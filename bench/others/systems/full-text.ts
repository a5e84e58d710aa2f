import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { System } from '../system';

/** SQLite's full text alone: stems, and any word of the question. */
export const fullText: System = {
  open: (folder) => {
    const database = new SqliteDatabase(join(folder, 'fts5.db'));
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS messages USING fts5 (id UNINDEXED, content, tokenize = 'porter unicode61')`,
    );
    const insert = database.prepare('INSERT INTO messages (id, content) VALUES (?, ?)');
    const match = database
      .prepare<[string, number], string>(
        'SELECT id FROM messages WHERE messages MATCH ? ORDER BY rank LIMIT ?',
      )
      .pluck();
    return Promise.resolve({
      fill: (items) => {
        database.transaction(() => {
          for (const { id, text } of items) insert.run(id, text);
        })();
        return Promise.resolve();
      },
      add: ({ id, text }) => {
        insert.run(id, text);
        return Promise.resolve();
      },
      search: ({ text }, count) => {
        const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
        return Promise.resolve(match.all(words.map((word) => `"${word}"`).join(' OR '), count));
      },
      close: () => {
        database.close();
        return Promise.resolve();
      },
    });
  },
};
