import type { Database } from 'better-sqlite3';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { PromptVersion } from '../../../shared/model/prompt';

/** The system prompts of users (session null) and of their sessions; versions are added, never changed. */
export function createPromptTable(database: Database) {
  const ofScope = `user_id = ? AND coalesce(session_id, '') = coalesce(?, '')`;
  const newest = database.prepare<[UserId, SessionId | null, number], PromptVersion>(
    `SELECT version, text, created_at AS createdAt FROM prompts WHERE ${ofScope} ORDER BY version DESC LIMIT ?`,
  );
  const insert = database.prepare(
    `INSERT INTO prompts (user_id, session_id, version, text, created_at)
     SELECT :userId, :sessionId, 1 + coalesce(max(version), 0), :text, :createdAt FROM prompts
     WHERE user_id = :userId AND coalesce(session_id, '') = coalesce(:sessionId, '')`,
  );

  return {
    /** The last versions of a scope, the newest first. */
    newest: (userId: UserId, sessionId: SessionId | null, limit: number): readonly PromptVersion[] =>
      newest.all(userId, sessionId, limit),
    /** The text of the newest version; empty where there is none. */
    inForce: (userId: UserId, sessionId: SessionId | null): string =>
      newest.get(userId, sessionId, 1)?.text ?? '',
    /** Adds the next version. */
    add: (userId: UserId, sessionId: SessionId | null, text: string, createdAt: number): void => {
      insert.run({ userId, sessionId, text, createdAt });
    },
  };
}

/** See {@link createPromptTable}. */
export type PromptTable = ReturnType<typeof createPromptTable>;
