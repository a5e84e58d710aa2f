import Database from 'better-sqlite3';
import type { SessionId, UserId } from '../../../src/shared/model/ids';
import { buildSearchText } from '../../../src/main/memory/text/search-text';

export const ANNA = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b' as UserId;
export const BERT = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c' as UserId;
export const CHAT = '0190a1b2-c3d4-7e5f-8a9b-000000000001' as SessionId;
export const OTHER_CHAT = '0190a1b2-c3d4-7e5f-8a9b-000000000002' as SessionId;

interface Row {
  readonly content: string;
  readonly author?: string;
  readonly createdAt?: number;
  readonly userId?: UserId;
  readonly sessionId?: SessionId;
}

/** A real FTS5 table with the tokenizer and prefixes of the schema. */
export function createFullText(rows: readonly Row[]) {
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE full_text USING fts5 (search_text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`,
  );
  const insert = database.prepare('INSERT INTO full_text (search_text) VALUES (?)');
  for (const row of rows) {
    insert.run(
      buildSearchText({
        content: row.content,
        author: row.author ?? null,
        createdAt: row.createdAt ?? new Date(2023, 4, 8, 13, 56).getTime(),
        userId: row.userId ?? ANNA,
        sessionId: row.sessionId ?? CHAT,
      }),
    );
  }
  const select = database.prepare<[string], { rowid: number }>(
    'SELECT rowid FROM full_text WHERE full_text MATCH ? ORDER BY rowid',
  );
  return {
    /** The indexes, from 0, of the rows that match. */
    find: (query: string | null): readonly number[] =>
      query === null ? [] : select.all(query).map((row) => row.rowid - 1),
    close: () => database.close(),
  };
}
