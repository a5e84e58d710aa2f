import type { SessionId, UserId } from '../../../shared/model/ids';

/** One text to embed: a chunk of a message, prefixed by its author. */
export interface PendingChunk {
  readonly chunkId: number;
  readonly text: string;
}

/** A chunk that is embedded as a whole, and the sentences of it that are to be embedded too. */
export interface PendingSentences {
  readonly chunkId: number;
  /** Each prefixed by the author of the message. */
  readonly texts: readonly string[];
  /** Whether each asks something. */
  readonly asks: readonly boolean[];
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
  /**
   * Looks at the next chunks of a session whose sentences are not embedded, by rising id; none for a model that is only
   * asked about the whole. Some of them may need no embedder, and are settled.
   */
  pendingSentences(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly model: string;
    /** Only chunks of higher ids; 0 for all. */
    readonly after: number;
    readonly limit: number;
  }): Promise<{
    readonly chunks: readonly PendingSentences[];
    /** The last chunk that was looked at; null where there are no more. */
    readonly through: number | null;
  }>;
  /** Stores what the sentences of chunks mean; a chunk that was forgotten meanwhile is skipped. */
  storeSentences(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly model: string;
    readonly chunks: readonly {
      readonly chunkId: number;
      readonly asks: readonly boolean[];
      readonly vectors: readonly Float32Array[];
    }[];
  }): Promise<null>;
  /** Enqueues embedding of every session with messages that lack a vector of this model, or their sentences; returns how many. */
  enqueueMissingVectors(input: { readonly model: string }): Promise<number>;
  /** What embedding all live messages of the user with this model would take. */
  countMissingVectors(input: {
    readonly userId: UserId;
    readonly model: string;
  }): Promise<{ readonly messages: number; readonly tokens: number }>;
}
