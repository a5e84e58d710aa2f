import type { Database } from 'better-sqlite3';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** Reads what the log knows of tools; every statement names the user. */
export function createToolReader(database: Database) {
  const selectAllowed = database
    .prepare<[SessionId, UserId, string], number>(
      `SELECT 1 FROM messages m WHERE m.session_id = ? AND m.user_id = ? AND m.role = 'tool' AND m.deleted_at IS NULL
         AND m.metadata ->> '$.tool.name' = ? AND m.metadata ->> '$.tool.answer' = 'always' LIMIT 1`,
    )
    .pluck();
  return {
    /** Whether the user allowed a tool for the rest of the session, with a call that is still there. */
    isAllowed: (userId: UserId, sessionId: SessionId, name: string): boolean =>
      selectAllowed.get(sessionId, userId, name) !== undefined,
  };
}

/** See {@link createToolReader}. */
export type ToolReader = ReturnType<typeof createToolReader>;
