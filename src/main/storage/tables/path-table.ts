import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';

interface ChainRow {
  readonly id: MessageId;
  readonly depth: number;
  readonly on_path: 0 | 1;
}

/** The mark of the active path, which is the chain from the head up; every statement names the user. */
export function createPathTable(database: Database) {
  // Up to the first message that both paths share: what lies above it stays as it is.
  const chain = database.prepare<[MessageId, SessionId, UserId], ChainRow>(
    `WITH RECURSIVE chain (id, parent_id, depth, on_path) AS (
       SELECT id, parent_id, depth, on_path FROM messages WHERE id = ? AND session_id = ? AND user_id = ?
       UNION ALL
       SELECT m.id, m.parent_id, m.depth, m.on_path FROM messages m JOIN chain c ON m.id = c.parent_id
       WHERE c.on_path = 0)
     SELECT id, depth, on_path FROM chain`,
  );
  const leave = database.prepare(
    `UPDATE messages SET on_path = 0 WHERE session_id = ? AND user_id = ? AND on_path = 1 AND depth >= ?`,
  );
  const join = database.prepare(
    `UPDATE messages SET on_path = 1 WHERE id IN (SELECT value FROM json_each(?)) AND user_id = ? AND on_path = 0`,
  );
  // What was said last goes before what was said earlier, and what is hidden comes last.
  const line = database
    .prepare<[MessageId, SessionId, UserId], MessageId>(
      `WITH RECURSIVE line (id) AS (
         SELECT ?
         UNION ALL
         SELECT (SELECT c.id FROM messages c WHERE c.session_id = ? AND c.user_id = ? AND c.parent_id = line.id
                 ORDER BY (c.deleted_at IS NOT NULL), (c.superseded_at IS NOT NULL), c.seq DESC LIMIT 1)
         FROM line WHERE line.id IS NOT NULL)
       SELECT id FROM line WHERE id IS NOT NULL`,
    )
    .pluck();
  const beside = database
    .prepare<[MessageId, UserId], MessageId>(
      `SELECT v.id FROM messages m JOIN messages v
         ON v.session_id = m.session_id AND v.parent_id IS m.parent_id AND v.deleted_at IS NULL
         AND v.superseded_at IS NULL
       WHERE m.id = ? AND m.user_id = ? ORDER BY v.seq`,
    )
    .pluck();

  return {
    /** Takes what lies at a depth of the path and below it off the path: something else is about to stand there. */
    leaveFrom: (userId: UserId, sessionId: SessionId, depth: number): void => {
      leave.run(sessionId, userId, depth);
    },
    /** Marks the chain from a head up as the path; null marks none. */
    moveTo: (userId: UserId, sessionId: SessionId, headId: MessageId | null): void => {
      const rows = headId === null ? [] : chain.all(headId, sessionId, userId);
      const shared = rows.find((row) => row.on_path === 1);
      leave.run(sessionId, userId, (shared?.depth ?? 0) + 1);
      const joining = rows.filter((row) => row.on_path === 0).map((row) => row.id);
      join.run(JSON.stringify(joining), userId);
    },
    /** The end of the newest line below a message; the message itself where nothing follows it. */
    endOf: (userId: UserId, sessionId: SessionId, id: MessageId): MessageId =>
      line.all(id, sessionId, userId).at(-1) ?? id,
    /** A message and the versions beside it that are not hidden, the oldest first. */
    versionsOf: (userId: UserId, id: MessageId): readonly MessageId[] => beside.all(id, userId),
  };
}

/** See {@link createPathTable}. */
export type PathTable = ReturnType<typeof createPathTable>;
