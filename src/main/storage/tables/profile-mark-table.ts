import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';

/** A message that nobody has read for facts. */
export interface UnreadRow {
  readonly seq: number;
  readonly id: MessageId;
  readonly content: string;
  readonly createdAt: number;
}

/** A session that has such messages; `lastSeq` is the newest of them. */
export interface UnreadSession {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly lastSeq: number;
}

/**
 * The user's own finished words: nobody else's, whose name would stand as the author, and none of the sample chat, whose
 * user is somebody else.
 */
const own = `m.role = 'user' AND m.author IS NULL AND m.state = 'done' AND m.provenance IN ('typed', 'imported')
  AND m.on_path = 1 AND m.deleted_at IS NULL AND m.excluded_at IS NULL AND s.deleted_at IS NULL
  AND (s.import_key IS NULL OR s.import_key NOT LIKE 'sample:%')
  AND m.seq > coalesce((SELECT p.last_seq FROM profile_marks p WHERE p.session_id = m.session_id), 0)`;

/** Which messages were read for facts, and when. */
export function createProfileMarkTable(database: Database) {
  const from = 'FROM messages m JOIN sessions s ON s.id = m.session_id';
  const selectUnread = database.prepare<[SessionId, UserId, number], UnreadRow>(
    `SELECT m.seq, m.id, m.content, m.created_at AS createdAt ${from}
     WHERE m.session_id = ? AND m.user_id = ? AND ${own} ORDER BY m.seq LIMIT ?`,
  );
  const selectSessions = database.prepare<[UserId, number], UnreadSession>(
    `SELECT m.user_id AS userId, m.session_id AS sessionId, max(m.seq) AS lastSeq ${from}
     WHERE m.user_id = ? AND m.created_at <= ? AND ${own}
     GROUP BY m.session_id ORDER BY min(m.created_at)`,
  );
  const mark = database.prepare(
    `INSERT INTO profile_marks (session_id, user_id, last_seq) VALUES (?, ?, ?)
     ON CONFLICT (session_id) DO UPDATE SET last_seq = max(last_seq, excluded.last_seq)`,
  );
  const setRun = database.prepare(
    `INSERT INTO profile_runs (user_id, ran_at) VALUES (?, ?) ON CONFLICT (user_id) DO UPDATE SET ran_at = excluded.ran_at`,
  );
  const ranAt = database
    .prepare<[UserId], number>('SELECT ran_at FROM profile_runs WHERE user_id = ?')
    .pluck();

  return {
    unread: (userId: UserId, sessionId: SessionId, limit: number): readonly UnreadRow[] =>
      selectUnread.all(sessionId, userId, limit),
    /** The sessions of a user that have something unread that was said by then. */
    unreadSessions: (userId: UserId, saidBy: number): readonly UnreadSession[] =>
      selectSessions.all(userId, saidBy),
    mark: (userId: UserId, sessionId: SessionId, seq: number): void => {
      mark.run(sessionId, userId, seq);
    },
    setRun: (userId: UserId, at: number): void => {
      setRun.run(userId, at);
    },
    ranAt: (userId: UserId): number | null => ranAt.get(userId) ?? null,
  };
}

/** See {@link createProfileMarkTable}. */
export type ProfileMarkTable = ReturnType<typeof createProfileMarkTable>;
