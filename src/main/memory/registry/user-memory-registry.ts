import { LRUCache } from 'lru-cache';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** What the registry may hold. */
export interface RegistryLimits {
  /** Active sessions over all users. */
  readonly sessions: number;
  /** Of all memories together, as each says of itself. */
  readonly bytes: number;
}

/** How the registry fared since it was made. */
export interface RegistryCounts {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}

/** Whose memory, of which session. */
export interface MemoryKey {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** What a memory must tell. */
export interface SizedMemory {
  readonly bytes: number;
}

/** The active session memories of all users; the least recently used goes first, and comes back the same. */
export interface UserMemoryRegistry<Memory extends SizedMemory> {
  /** The memory of a session, loaded where it is not active. */
  of(key: MemoryKey): Memory;
  /** The memory if it is active; neither counts nor renews its turn. */
  peek(key: MemoryKey): Memory | null;
  /** Takes note that a memory has grown or shrunk. */
  resized(key: MemoryKey): void;
  /** A user's active sessions, the most recently used first. */
  activeOf(userId: UserId): readonly MemoryKey[];
  /** Drops all memories of a user. */
  dropUser(userId: UserId): void;
  readonly counts: RegistryCounts;
  readonly size: number;
  readonly bytes: number;
}

interface Entry<Memory> {
  readonly key: MemoryKey;
  readonly memory: Memory;
}

/** Makes an empty registry. `load` makes a memory that is filled on demand; `onEvicted` is told of each that goes. */
export function createUserMemoryRegistry<Memory extends SizedMemory>(options: {
  readonly limits: RegistryLimits;
  readonly load: (key: MemoryKey) => Memory;
  readonly onEvicted: (key: MemoryKey) => void;
}): UserMemoryRegistry<Memory> {
  const counts = { hits: 0, misses: 0, evictions: 0 };
  const { limits } = options;
  const active = new LRUCache<string, Entry<Memory>>({
    max: limits.sessions,
    maxSize: limits.bytes,
    // One memory alone may exceed the limit: it is then the only one, never none.
    sizeCalculation: ({ memory }) => Math.min(Math.max(1, memory.bytes), limits.bytes),
    dispose: ({ key }, _name, reason) => {
      if (reason === 'set') return;
      if (reason === 'evict') counts.evictions += 1;
      options.onEvicted(key);
    },
  });
  // The user is part of the name: what one user's session holds is never found for another (invariant 5).
  const nameOf = ({ userId, sessionId }: MemoryKey): string => `${userId}/${sessionId}`;
  const activeOf = (userId: UserId): readonly MemoryKey[] =>
    [...active.values()].map(({ key }) => key).filter((key) => key.userId === userId);
  return {
    of: (key) => {
      const known = active.get(nameOf(key));
      if (known !== undefined) {
        counts.hits += 1;
        return known.memory;
      }
      counts.misses += 1;
      const memory = options.load(key);
      active.set(nameOf(key), { key, memory });
      return memory;
    },
    peek: (key) => active.peek(nameOf(key))?.memory ?? null,
    resized: (key) => {
      const known = active.peek(nameOf(key));
      if (known !== undefined) active.set(nameOf(key), { ...known });
    },
    activeOf,
    dropUser: (userId) => {
      for (const key of activeOf(userId)) active.delete(nameOf(key));
    },
    get counts() {
      return { ...counts };
    },
    get size() {
      return active.size;
    },
    get bytes() {
      return active.calculatedSize;
    },
  };
}
