import type { Database } from 'better-sqlite3';

/** Whose session changed; `messageSeq` where it was a message: its place in the log. Ids come from the rows themselves. */
export interface SessionChange {
  readonly userId: string;
  readonly sessionId: string;
  readonly kind: 'rows' | 'message-deleted' | 'chunk-deleted';
  readonly messageSeq: number | null;
}

const watched = [
  { table: 'sessions', id: 'id', message: 'NULL', deleted: 'rows' },
  { table: 'messages', id: 'session_id', message: 'seq', deleted: 'message-deleted' },
  { table: 'summaries', id: 'session_id', message: 'NULL', deleted: 'rows' },
  { table: 'chunks', id: 'session_id', message: 'NULL', deleted: 'chunk-deleted' },
] as const;

/**
 * Tells of every row of a session that this connection adds, changes or deletes, cascades included, whoever wrote the
 * statement: what is remembered of a session cannot go stale because an operation forgot to say so. The triggers live
 * in the connection's own schema and are gone with it. Embedding adds chunks all the time and makes nothing stale, so
 * that of chunks only deletions count. A change that is rolled back has been told too.
 */
export function watchChanges(database: Database, onChange: (change: SessionChange) => void): void {
  database.function(
    'engram_changed',
    { varargs: false },
    (userId: string, sessionId: string, kind: SessionChange['kind'], messageSeq: number | null) => {
      onChange({ userId, sessionId, kind, messageSeq });
      return null;
    },
  );
  for (const { table, id, message, deleted } of watched) {
    const events = table === 'chunks' ? (['DELETE'] as const) : (['INSERT', 'UPDATE', 'DELETE'] as const);
    for (const event of events) {
      const row = event === 'DELETE' ? 'old' : 'new';
      const kind = event === 'DELETE' ? deleted : 'rows';
      const messageOf = message === 'NULL' ? 'NULL' : `${row}.${message}`;
      database.exec(
        `CREATE TEMP TRIGGER engram_${table}_${event.toLowerCase()} AFTER ${event} ON main.${table}
         BEGIN SELECT engram_changed(${row}.user_id, ${row}.${id}, '${kind}', ${messageOf}); END`,
      );
    }
  }
}
