import type { Database } from 'better-sqlite3';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { UnembeddedChunk } from './vector-table';

/** The packed sentences of a chunk. */
export interface StoredSentences {
  readonly chunkId: number;
  /** Empty where the chunk as a whole tells as much. */
  readonly packed: Buffer;
}

/** What the sentences of chunks mean, beside the vectors of the chunks as a whole. */
export function createSentenceTable(database: Database) {
  const pending = database.prepare<[string, SessionId, UserId, number, number], UnembeddedChunk>(
    `SELECT c.id, m.seq, m.author, m.role, m.content, c.start_offset, c.end_offset, c.hash
     FROM chunks c JOIN vectors v ON v.chunk_id = c.id AND v.model = ? JOIN messages m ON m.id = c.message_id
     WHERE c.session_id = ? AND +c.user_id = ? AND c.id > ?
       AND NOT EXISTS (SELECT 1 FROM sentence_vectors s WHERE s.id = v.id)
     ORDER BY c.id LIMIT ?`,
  );
  const twin = database
    .prepare<[UserId, string, string], Buffer>(
      `SELECT s.sentences FROM chunks c JOIN vectors v ON v.chunk_id = c.id JOIN sentence_vectors s ON s.id = v.id
       WHERE c.user_id = ? AND c.hash = ? AND v.model = ? LIMIT 1`,
    )
    .pluck();
  const insert = database.prepare(
    `INSERT INTO sentence_vectors (id, sentences)
     SELECT v.id, ? FROM chunks c JOIN vectors v ON v.chunk_id = c.id AND v.model = ?
     WHERE c.id = ? AND c.user_id = ? AND c.session_id = ?
     ON CONFLICT (id) DO NOTHING`,
  );
  const ofChunks = database.prepare<[string, string, UserId], StoredSentences>(
    `SELECT c.id AS chunkId, s.sentences AS packed FROM json_each(?) asked
     CROSS JOIN chunks c ON c.id = asked.value CROSS JOIN vectors v ON v.chunk_id = c.id AND v.model = ?
     CROSS JOIN sentence_vectors s ON s.id = v.id WHERE c.user_id = ?`,
  );
  const progress = database.prepare<
    [string, SessionId, UserId],
    { readonly done: number; readonly total: number }
  >(
    `SELECT count(s.id) AS done, count(*) AS total FROM chunks c JOIN vectors v ON v.chunk_id = c.id AND v.model = ?
     LEFT JOIN sentence_vectors s ON s.id = v.id WHERE c.session_id = ? AND +c.user_id = ?`,
  );
  const countMissing = database
    .prepare<[string], number>(
      'SELECT (SELECT count(*) FROM vectors WHERE model = ?) - (SELECT count(*) FROM sentence_vectors)',
    )
    .pluck();
  const lacking = database.prepare<[string], { readonly userId: UserId; readonly sessionId: SessionId }>(
    `SELECT DISTINCT c.user_id AS userId, c.session_id AS sessionId
     FROM vectors v JOIN chunks c ON c.id = v.chunk_id JOIN sessions s ON s.id = c.session_id AND s.deleted_at IS NULL
     WHERE v.model = ? AND NOT EXISTS (SELECT 1 FROM sentence_vectors t WHERE t.id = v.id)`,
  );
  return {
    /** Chunks of a session that are embedded as a whole and not by sentences, from one on, by rising id. */
    pending: (
      userId: UserId,
      sessionId: SessionId,
      model: string,
      after: number,
      limit: number,
    ): readonly UnembeddedChunk[] => pending.all(model, sessionId, userId, after, limit),
    /** The sentences of an equal text of the same user, if they were embedded before. */
    findTwin: (userId: UserId, hash: string, model: string): Buffer | null =>
      twin.get(userId, hash, model) ?? null,
    insert: (
      userId: UserId,
      sessionId: SessionId,
      model: string,
      { chunkId, packed }: { readonly chunkId: number; readonly packed: Uint8Array },
    ): void => {
      insert.run(packed, model, chunkId, userId, sessionId);
    },
    /** The sentences of these chunks of the user, as far as they are embedded. */
    ofChunks: (userId: UserId, model: string, chunkIds: readonly number[]): readonly StoredSentences[] =>
      ofChunks.all(JSON.stringify(chunkIds), model, userId),
    /** Of how many chunks of a session that are embedded as a whole the sentences are, too. */
    progressOf: (userId: UserId, sessionId: SessionId, model: string) =>
      progress.get(model, sessionId, userId) ?? null,
    /** Sessions with chunks whose sentences are not embedded; costs next to nothing where there are none. */
    sessionsLacking: (
      model: string,
    ): readonly { readonly userId: UserId; readonly sessionId: SessionId }[] =>
      (countMissing.get(model) ?? 0) > 0 ? lacking.all(model) : [],
  };
}

/** See {@link createSentenceTable}. */
export type SentenceTable = ReturnType<typeof createSentenceTable>;
