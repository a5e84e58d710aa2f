import type { Database } from 'better-sqlite3';
import type { MessageId, UserId } from '../../../shared/model/ids';

/** A case as it is kept: either a message or words are expected. */
export interface StoredCase {
  readonly id: string;
  readonly questionId: MessageId;
  readonly expectedId: MessageId | null;
  readonly words: string | null;
  readonly createdAt: number;
}

/** Questions whose answers should have remembered something; every statement names the user. */
export function createRecallCaseTable(database: Database) {
  const columns = 'id, question_id AS questionId, expected_id AS expectedId, words, created_at AS createdAt';
  const list = database.prepare<[UserId], StoredCase>(
    `SELECT ${columns} FROM recall_cases WHERE user_id = ? ORDER BY created_at DESC, id`,
  );
  const find = database.prepare<[string, UserId], StoredCase>(
    `SELECT ${columns} FROM recall_cases WHERE id = ? AND user_id = ?`,
  );
  const insert = database.prepare(
    'INSERT INTO recall_cases (id, user_id, question_id, expected_id, words, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM recall_cases WHERE id = ? AND user_id = ?');
  return {
    /** The newest first. */
    list: (userId: UserId): readonly StoredCase[] => list.all(userId),
    find: (userId: UserId, id: string): StoredCase | null => find.get(id, userId) ?? null,
    insert: (userId: UserId, { id, questionId, expectedId, words, createdAt }: StoredCase): void => {
      insert.run(id, userId, questionId, expectedId, words, createdAt);
    },
    /** Says whether there was one. */
    remove: (userId: UserId, id: string): boolean => remove.run(id, userId).changes > 0,
  };
}

/** See {@link createRecallCaseTable}. */
export type RecallCaseTable = ReturnType<typeof createRecallCaseTable>;
