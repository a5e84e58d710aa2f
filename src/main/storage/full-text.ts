import type { Database } from 'better-sqlite3';
import { isDamage } from './storage-error';

/**
 * Whether the full-text index is sound in itself and has as many entries as there are messages to be found.
 * FTS5's own comparison with its content table cannot be used: messages without `search_text` are left out of
 * the index on purpose, which it takes for damage.
 */
export function isFullTextSound(database: Database): boolean {
  try {
    database.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('integrity-check')`);
    const missing = database
      .prepare(
        `SELECT count(*) FROM messages WHERE search_text IS NOT NULL
           AND seq NOT IN (SELECT id FROM messages_fts_docsize)`,
      )
      .pluck()
      .get();
    const extra = database
      .prepare(
        `SELECT count(*) FROM messages_fts_docsize
         WHERE id NOT IN (SELECT seq FROM messages WHERE search_text IS NOT NULL)`,
      )
      .pluck()
      .get();
    return missing === 0 && extra === 0;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/**
 * Fills the full-text index anew from the log, exactly as the triggers would have. FTS5's own `rebuild` would
 * also count the messages that are never found, and so shift every BM25 score.
 */
export function rebuildFullText(database: Database): void {
  database
    .transaction(() => {
      database.exec(`
        INSERT INTO messages_fts (messages_fts) VALUES ('delete-all');
        INSERT INTO messages_fts (rowid, search_text)
          SELECT seq, search_text FROM messages WHERE search_text IS NOT NULL ORDER BY seq;
      `);
    })
    .immediate();
}
