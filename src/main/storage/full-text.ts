import type { Database } from 'better-sqlite3';

/**
 * Whether the full-text index has as many entries as there are messages to be found; whether it is sound in itself is
 * looked at by `quick_check`. FTS5's own comparison with its content table cannot be used: messages without `search_text`
 * are left out of the index on purpose, which it takes for damage.
 */
export function isFullTextComplete(database: Database): boolean {
  const differing = database
    .prepare<[], number>(
      `SELECT (SELECT count(*) FROM messages WHERE search_text IS NOT NULL
                 AND seq NOT IN (SELECT id FROM messages_fts_docsize))
            + (SELECT count(*) FROM messages_fts_docsize
                 WHERE id NOT IN (SELECT seq FROM messages WHERE search_text IS NOT NULL))`,
    )
    .pluck()
    .get();
  return differing === 0;
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
