import type { Database } from 'better-sqlite3';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';

/** One chunk of a message: what is embedded is its author's name and content[start, end). */
export interface NewChunk {
  readonly messageId: MessageId;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly ordinal: number;
  readonly start: number;
  readonly end: number;
  readonly hash: string;
}

/** A chunk that waits for its vector, with the message it is cut from. */
export interface UnembeddedChunk {
  readonly id: number;
  readonly seq: number;
  readonly author: string | null;
  readonly role: string;
  readonly content: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly hash: string;
}

/**
 * Names the state of a session's vectors. The plus keeps SQLite from going through all the user's chunks by the index of
 * their hashes, as it would without it: 60 ms a session on 60,000 messages, for each session that a recall opens.
 */
export const stampQuery = `SELECT count(*) || ':' || coalesce(max(v.id), 0) || ':' || coalesce(sum(v.id), 0)
  FROM chunks c JOIN vectors v ON v.chunk_id = c.id AND v.model = ? WHERE c.session_id = ? AND +c.user_id = ?`;

/** A message of a session that was not cut into chunks yet. */
export interface UncutMessage {
  readonly id: MessageId;
  readonly author: string | null;
  readonly role: string;
  readonly content: string;
}

/** One stored vector under the row number of its chunk, with the place the chunk is cut from. */
export interface StoredVector {
  readonly key: number;
  readonly seq: number;
  readonly start: number;
  readonly vector: Float32Array;
}

/** Where a chunk is cut from: the row number of its message and the place in it. */
export interface ChunkPlace {
  readonly id: number;
  readonly seq: number;
  readonly start: number;
}

/** Only live sources are embedded; `search_text` is what marks them. */
const liveSource =
  'm.on_path = 1 AND m.deleted_at IS NULL AND m.excluded_at IS NULL AND m.search_text IS NOT NULL';

function toFloats(blob: Buffer): Float32Array {
  return new Float32Array(blob.buffer.slice(blob.byteOffset, blob.byteOffset + blob.byteLength));
}

function toBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Chunks of messages and their vectors, the truth behind every vector index. */
export function createVectorTable(database: Database) {
  const insertChunk = database.prepare(
    `INSERT OR IGNORE INTO chunks (message_id, user_id, session_id, ordinal, start_offset, end_offset, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const uncut = database.prepare<[SessionId, UserId, number], UncutMessage>(
    `SELECT m.id, m.author, m.role, m.content FROM messages m
     WHERE m.session_id = ? AND m.user_id = ? AND ${liveSource}
       AND NOT EXISTS (SELECT 1 FROM chunks c WHERE c.message_id = m.id) ORDER BY m.depth LIMIT ?`,
  );
  const unembedded = database.prepare<[SessionId, UserId, string, number], UnembeddedChunk>(
    `SELECT c.id, m.seq, m.author, m.role, m.content, c.start_offset, c.end_offset, c.hash
     FROM chunks c JOIN messages m ON m.id = c.message_id
     WHERE c.session_id = ? AND c.user_id = ? AND ${liveSource}
       AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.chunk_id = c.id AND v.model = ?)
     ORDER BY c.id LIMIT ?`,
  );
  const twin = database
    .prepare<[UserId, string, string], Buffer>(
      `SELECT v.vector FROM chunks c JOIN vectors v ON v.chunk_id = c.id
       WHERE c.user_id = ? AND c.hash = ? AND v.model = ? LIMIT 1`,
    )
    .pluck();
  const insertVector = database.prepare(
    `INSERT INTO vectors (chunk_id, model, dimension, vector)
     SELECT id, ?, ?, ? FROM chunks WHERE id = ? AND user_id = ? AND session_id = ?
     ON CONFLICT (chunk_id, model) DO NOTHING`,
  );
  const ofSession = database.prepare<
    [SessionId, UserId, string, number],
    Omit<StoredVector, 'vector'> & { readonly vector: Buffer }
  >(
    `SELECT c.id AS key, m.seq, c.start_offset AS start, v.vector
     FROM chunks c JOIN vectors v ON v.chunk_id = c.id JOIN messages m ON m.id = c.message_id
     WHERE c.session_id = ? AND c.user_id = ? AND v.model = ? AND v.dimension = ? ORDER BY c.id`,
  );
  const newest = database.prepare<
    [SessionId, UserId],
    { readonly model: string; readonly dimension: number }
  >(
    `SELECT v.model, v.dimension FROM chunks c JOIN vectors v ON v.chunk_id = c.id
     WHERE c.session_id = ? AND c.user_id = ? ORDER BY c.id DESC LIMIT 1`,
  );
  const stamp = database.prepare<[string, SessionId, UserId], string>(stampQuery).pluck();
  const places = database.prepare<[string, UserId], ChunkPlace>(
    `SELECT c.id, m.seq, c.start_offset AS start FROM chunks c JOIN messages m ON m.id = c.message_id
     WHERE c.id IN (SELECT value FROM json_each(?)) AND c.user_id = ?`,
  );
  // Only sessions whose embedding has not ended are looked at, so that it costs nothing when all is done.
  const countLacking = database
    .prepare<[UserId, SessionId | null, SessionId | null, string, number], number>(
      `SELECT count(*) FROM (SELECT 1 FROM messages m
       WHERE m.session_id IN (
         SELECT DISTINCT j.session_id FROM jobs j JOIN sessions s ON s.id = j.session_id AND s.deleted_at IS NULL
         WHERE j.kind = 'embed' AND j.state <> 'done' AND j.user_id = ? AND (? IS NULL OR j.session_id = ?))
         AND ${liveSource} AND NOT EXISTS (
           SELECT 1 FROM chunks c JOIN vectors v ON v.chunk_id = c.id AND v.model = ? WHERE c.message_id = m.id)
       LIMIT ?)`,
    )
    .pluck();
  const lacking = database.prepare<[string], { userId: UserId; sessionId: SessionId; lastId: MessageId }>(
    `SELECT s.user_id AS userId, s.id AS sessionId, s.head_id AS lastId FROM sessions s
     WHERE s.deleted_at IS NULL AND s.head_id IS NOT NULL AND EXISTS (
       SELECT 1 FROM messages m WHERE m.session_id = s.id AND ${liveSource} AND NOT EXISTS (
         SELECT 1 FROM chunks c JOIN vectors v ON v.chunk_id = c.id AND v.model = ? WHERE c.message_id = m.id))`,
  );
  const sumLacking = database.prepare<[UserId, string], { messages: number; tokens: number }>(
    `SELECT count(*) AS messages, coalesce(sum(coalesce(m.tokens, (length(m.content) + 3) / 4)), 0) AS tokens
     FROM messages m JOIN sessions s ON s.id = m.session_id AND s.deleted_at IS NULL
     WHERE m.user_id = ? AND ${liveSource} AND (
       NOT EXISTS (SELECT 1 FROM chunks c WHERE c.message_id = m.id)
       OR EXISTS (SELECT 1 FROM chunks c WHERE c.message_id = m.id AND NOT EXISTS (
         SELECT 1 FROM vectors v WHERE v.chunk_id = c.id AND v.model = ?)))`,
  );

  return {
    insertChunk: (chunk: NewChunk): void => {
      const { messageId, userId, sessionId, ordinal, start, end, hash } = chunk;
      insertChunk.run(messageId, userId, sessionId, ordinal, start, end, hash);
    },
    uncutMessages: (userId: UserId, sessionId: SessionId, limit: number): readonly UncutMessage[] =>
      uncut.all(sessionId, userId, limit),
    unembeddedChunks: (
      userId: UserId,
      sessionId: SessionId,
      model: string,
      limit: number,
    ): readonly UnembeddedChunk[] => unembedded.all(sessionId, userId, model, limit),
    /** The vector of an equal text of the same user, if one was embedded before. */
    findTwin: (userId: UserId, hash: string, model: string): Float32Array | null => {
      const blob = twin.get(userId, hash, model);
      return blob === undefined ? null : toFloats(blob);
    },
    insertVector: (
      userId: UserId,
      sessionId: SessionId,
      model: string,
      chunkId: number,
      vector: Float32Array,
    ): void => {
      insertVector.run(model, vector.length, toBlob(vector), chunkId, userId, sessionId);
    },
    /** Vectors of a session, oldest chunk first. */
    *ofSession(
      userId: UserId,
      sessionId: SessionId,
      model: string,
      dimension: number,
    ): Generator<StoredVector> {
      for (const row of ofSession.iterate(sessionId, userId, model, dimension)) {
        yield { ...row, vector: toFloats(row.vector) };
      }
    },
    /** Names the state of a session's vectors: it changes whenever one is added or removed. */
    stamp: (userId: UserId, sessionId: SessionId, model: string): string =>
      stamp.get(model, sessionId, userId) ?? '',
    /** Where these chunks are cut from; a chunk that is gone is missing. */
    places: (userId: UserId, chunkIds: readonly number[]): readonly ChunkPlace[] =>
      places.all(JSON.stringify(chunkIds), userId),
    /** The model that embedded the newest chunk of a session; null where none is embedded. */
    newestOf: (userId: UserId, sessionId: SessionId) => newest.get(sessionId, userId) ?? null,
    /** How many live sources of a session, or of all the user's, wait for a vector of this model; no more are counted than asked. */
    countLacking: (userId: UserId, sessionId: SessionId | null, model: string, most: number): number =>
      countLacking.get(userId, sessionId, sessionId, model, most) ?? 0,
    /**
     * The user's live sources that lack a vector of this model, in whole or in part, and their tokens: as counted, or
     * a quarter of their characters where nobody has counted them yet.
     */
    sumLacking: (userId: UserId, model: string): { readonly messages: number; readonly tokens: number } =>
      sumLacking.get(userId, model) ?? { messages: 0, tokens: 0 },
    /** Sessions with live sources that have no vector of this model. */
    sessionsLacking: (model: string) => lacking.all(model),
  };
}

/** See {@link createVectorTable}. */
export type VectorTable = ReturnType<typeof createVectorTable>;
