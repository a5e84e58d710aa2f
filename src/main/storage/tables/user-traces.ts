import type { Database } from 'better-sqlite3';
import type { UserId } from '../../../shared/model/ids';

/** Shorter texts are not searched for: what they say, many say. */
const leastText = 24;

/** What a user said, read before the user is erased, to be searched for afterwards. */
export function createUserTraces(database: Database) {
  const ofUser = database
    .prepare<[UserId, number], string>(
      `SELECT content FROM messages WHERE user_id = ? AND length(content) >= ${String(leastText)}
       ORDER BY seq DESC LIMIT ?`,
    )
    .pluck();
  const countOf = database
    .prepare<[UserId], number>('SELECT count(*) FROM messages WHERE user_id = ? AND deleted_at IS NULL')
    .pluck();
  const vectorsOf = database
    .prepare<[UserId, number], Buffer>(
      `SELECT v.vector FROM chunks c JOIN vectors v ON v.chunk_id = c.id WHERE c.user_id = ? LIMIT ?`,
    )
    .pluck();
  const sentencesOf = database
    .prepare<[UserId, number], Buffer>(
      `SELECT s.sentences FROM chunks c JOIN vectors v ON v.chunk_id = c.id JOIN sentence_vectors s ON s.id = v.id
       WHERE c.user_id = ? AND length(s.sentences) > 0 LIMIT ?`,
    )
    .pluck();
  return {
    /** The newest messages of a user, and vectors of what was embedded, as a whole and by sentences. */
    textsOfUser: (userId: UserId, limit: number) => ofUser.all(userId, limit),
    countOfUser: (userId: UserId): number => countOf.get(userId) ?? 0,
    vectorsOfUser: (userId: UserId, limit: number) => [
      ...vectorsOf.all(userId, limit),
      ...sentencesOf.all(userId, limit),
    ],
  };
}

/** See {@link createUserTraces}. */
export type UserTraces = ReturnType<typeof createUserTraces>;
