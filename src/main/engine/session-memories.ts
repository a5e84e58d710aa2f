import type { Database } from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import type { SessionId, UserId } from '../../shared/model/ids';
import type { TermReader } from '../memory/ranking/document-terms';
import { createTermCache, type TermCache } from '../memory/ranking/term-cache';
import {
  createUserMemoryRegistry,
  type RegistryLimits,
  type UserMemoryRegistry,
} from '../memory/registry/user-memory-registry';
import { createSessionMemory, type SessionMemory } from './session-memory';
import type { SessionVectors } from './session-vectors';
import type { SessionWords } from './session-words';
import { watchChanges, type SessionChange } from './watch-changes';

/** All that the engine remembers of sessions beside the database: path states, vector indexes, read terms. */
export interface SessionMemories {
  readonly registry: UserMemoryRegistry<SessionMemory>;
  readonly vectors: SessionVectors;
  readonly words: SessionWords;
  /** The terms of a user's messages, read once each; a cache of its own for every user (invariant 5). */
  readonly termsOf: (userId: UserId) => TermReader;
  readonly limits: RegistryLimits;
  /** Of read terms. */
  readonly termBytes: () => number;
  /** Takes everything of a user out of memory. */
  forgetUser(userId: UserId): Promise<void>;
}

/** At most a hundred sessions (DESIGN 4), and 64 MB of their words. */
export const registryLimits: RegistryLimits = { sessions: 100, bytes: 64 * 1024 * 1024 };

/** Users whose read terms are kept. */
const maxTermCaches = 16;

/** Brings the memories of sessions together and keeps them true to the database. */
export function createSessionMemories(options: {
  readonly database: Database;
  readonly vectors: SessionVectors;
  readonly words: SessionWords;
  readonly limits: RegistryLimits;
  /** Whether this connection writes nothing, so that there is nothing of its own to be told of. */
  readonly readOnly: boolean;
}): SessionMemories {
  const { database, vectors, words, limits, readOnly } = options;
  const terms = new LRUCache<UserId, TermCache>({ max: maxTermCaches });
  const registry = createUserMemoryRegistry({
    limits,
    load: createSessionMemory,
    onEvicted: (key) => {
      vectors.release(key);
    },
  });
  if (!readOnly) {
    watchChanges(database, (change) => {
      forgetChanged(change, { registry, vectors, words, terms });
    });
  }
  return {
    registry,
    vectors,
    words,
    limits,
    termsOf: (userId) => {
      const cache = terms.get(userId) ?? createTermCache();
      terms.set(userId, cache);
      return cache.read;
    },
    termBytes: () => [...terms.values()].reduce((sum, cache) => sum + cache.bytes, 0),
    forgetUser: async (userId) => {
      registry.dropUser(userId);
      terms.delete(userId);
      words.forgetUser(userId);
      await vectors.forgetUser(userId);
    },
  };
}

function forgetChanged(
  change: SessionChange,
  held: {
    readonly registry: UserMemoryRegistry<SessionMemory>;
    readonly vectors: SessionVectors;
    readonly words: SessionWords;
    readonly terms: LRUCache<UserId, TermCache>;
  },
): void {
  const { registry, vectors, words, terms } = held;
  // Read from rows whose columns hold nothing but ids.
  const userId = change.userId as UserId;
  const key = { userId, sessionId: change.sessionId as SessionId };
  registry.peek(key)?.changed();
  const { messageSeq } = change;
  if (change.kind === 'message-deleted') {
    if (messageSeq !== null) terms.peek(userId)?.drop(messageSeq);
    words.forgetSession(key);
  }
  if (change.kind === 'rows' && messageSeq !== null) words.changed(key, messageSeq);
  if (change.kind === 'chunk-deleted') vectors.discard(key);
}
