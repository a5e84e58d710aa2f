import type { SessionId } from './ids';

/** What the memory of one active session holds. */
export interface SessionMemoryStatus {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly bufferMessages: number;
  /** With the overhead of each message. */
  readonly bufferTokens: number;
  /** Null without a summary in force. */
  readonly summary: { readonly version: number; readonly tokens: number } | null;
  readonly indexedVectors: number;
  /** Of the session's vector index, as far as it is open. */
  readonly indexBytes: number;
}

/** What holds memory in the program's main process, in bytes; what is not named is Electron's, SQLite's and the embedder's. */
export interface MemoryHolders {
  /** Of the whole process, as the system counts it. */
  readonly process: number;
  /** Vector indexes of all users. */
  readonly vectors: number;
  /** Words of messages that were read for recall. */
  readonly words: number;
  /** The ends of paths of active sessions. */
  readonly paths: number;
  /** Objects of the engine's thread, words and paths among them. */
  readonly engineHeap: number;
}

/** The sessions of the user that are held in memory, and how the program's memory of all users fares. */
export interface RegistryStatus {
  /** The user's own, the most recently used first. */
  readonly sessions: readonly SessionMemoryStatus[];
  /** Active sessions of all users. */
  readonly active: number;
  readonly maxActive: number;
  /** Of path states, vector indexes and read terms of all users, roughly. */
  readonly bytes: number;
  readonly maxBytes: number;
  readonly holders: MemoryHolders;
  /** How often a session was found in memory, since the start. */
  readonly hits: number;
  /** How often it was loaded. */
  readonly misses: number;
  readonly evictions: number;
}
