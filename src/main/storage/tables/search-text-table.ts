import type { Database } from 'better-sqlite3';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** One message of any user that full text knows, and what it knows of it. */
export interface SearchTextRow {
  /** Its place in the log. */
  readonly seq: number;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly author: string | null;
  readonly content: string;
  readonly createdAt: number;
  readonly searchText: string;
}

/** The indexed column of all messages, for writing it anew; what is not indexed stays so. */
export function createSearchTextTable(database: Database) {
  const selectAfter = database.prepare<[number, number], SearchTextRow>(
    `SELECT seq, user_id AS userId, session_id AS sessionId, author, content, created_at AS createdAt,
            search_text AS searchText
     FROM messages WHERE seq > ? AND search_text IS NOT NULL ORDER BY seq LIMIT ?`,
  );
  const update = database.prepare<[string, number]>('UPDATE messages SET search_text = ? WHERE seq = ?');
  return {
    after: (seq: number, limit: number): readonly SearchTextRow[] => selectAfter.all(seq, limit),
    write: (seq: number, searchText: string): void => {
      update.run(searchText, seq);
    },
  };
}

/** See {@link createSearchTextTable}. */
export type SearchTextTable = ReturnType<typeof createSearchTextTable>;
