import type { SessionId, UserId } from '../../../shared/model/ids';

/** One text to embed: a chunk of a message, prefixed by its author. */
export interface PendingChunk {
  readonly chunkId: number;
  readonly text: string;
}

/** Where vectors are kept: float32, unit length, by (message, chunk, model). */
export interface VectorStore {
  /** The next chunks of a session that have no vector of this model; cuts messages into chunks as needed. */
  pendingChunks(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly model: string;
    readonly limit: number;
  }): Promise<readonly PendingChunk[]>;
  /** Stores vectors, in the order of the ids; a chunk that was forgotten meanwhile is skipped. */
  storeVectors(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly model: string;
    readonly chunkIds: readonly number[];
    readonly vectors: readonly Float32Array[];
  }): Promise<null>;
  /** Enqueues embedding of every session with messages that lack a vector of this model; returns how many. */
  enqueueMissingVectors(input: { readonly model: string }): Promise<number>;
  /** What embedding all live messages of the user with this model would take. */
  countMissingVectors(input: {
    readonly userId: UserId;
    readonly model: string;
  }): Promise<{ readonly messages: number; readonly tokens: number }>;
}
