import type { Database } from 'better-sqlite3';
import type { DraftFile } from '../../../shared/model/attachment';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** A waiting file with its text. */
export interface StoredDraftFile extends DraftFile {
  readonly content: string;
}

/** Files that wait beside what is being written in each session; every statement names the user. */
export function createDraftFileTable(database: Database) {
  const list = database.prepare<[SessionId, UserId], DraftFile>(
    `SELECT id, name, length(content) AS characters, tokens FROM draft_files
     WHERE session_id = ? AND user_id = ? ORDER BY seq`,
  );
  const readAll = database.prepare<[SessionId, UserId], StoredDraftFile>(
    `SELECT id, name, length(content) AS characters, tokens, content FROM draft_files
     WHERE session_id = ? AND user_id = ? ORDER BY seq`,
  );
  const insert = database.prepare(
    'INSERT INTO draft_files (id, user_id, session_id, name, content, tokens) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM draft_files WHERE id = ? AND session_id = ? AND user_id = ?');
  const removeAll = database.prepare('DELETE FROM draft_files WHERE session_id = ? AND user_id = ?');

  return {
    /** In the order they were attached. */
    list: (userId: UserId, sessionId: SessionId): readonly DraftFile[] => list.all(sessionId, userId),
    /** The same with their texts. */
    readAll: (userId: UserId, sessionId: SessionId): readonly StoredDraftFile[] =>
      readAll.all(sessionId, userId),
    insert: (userId: UserId, sessionId: SessionId, file: StoredDraftFile): void => {
      insert.run(file.id, userId, sessionId, file.name, file.content, file.tokens);
    },
    remove: (userId: UserId, sessionId: SessionId, id: string): void => {
      remove.run(id, sessionId, userId);
    },
    removeAll: (userId: UserId, sessionId: SessionId): void => {
      removeAll.run(sessionId, userId);
    },
  };
}

/** See {@link createDraftFileTable}. */
export type DraftFileTable = ReturnType<typeof createDraftFileTable>;
