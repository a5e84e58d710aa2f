import type { Database } from 'better-sqlite3';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** What is being written in each session; every statement names the user. */
export function createDraftTable(database: Database) {
  const select = database
    .prepare<[SessionId, UserId], string>('SELECT text FROM drafts WHERE session_id = ? AND user_id = ?')
    .pluck();
  const upsert = database.prepare(
    `INSERT INTO drafts (session_id, user_id, text, updated_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (session_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at
     WHERE user_id = excluded.user_id`,
  );
  const remove = database.prepare('DELETE FROM drafts WHERE session_id = ? AND user_id = ?');

  return {
    /** Empty where nothing is being written. */
    read: (userId: UserId, sessionId: SessionId): string => select.get(sessionId, userId) ?? '',
    /** Keeps a text that is not empty. */
    write: (userId: UserId, sessionId: SessionId, text: string, updatedAt: number): void => {
      upsert.run(sessionId, userId, text, updatedAt);
    },
    remove: (userId: UserId, sessionId: SessionId): void => {
      remove.run(sessionId, userId);
    },
  };
}

/** See {@link createDraftTable}. */
export type DraftTable = ReturnType<typeof createDraftTable>;
