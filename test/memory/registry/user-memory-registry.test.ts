import { describe, expect, it } from 'vitest';
import {
  createUserMemoryRegistry,
  type MemoryKey,
} from '../../../src/main/memory/registry/user-memory-registry';
import type { SessionId, UserId } from '../../../src/shared/model/ids';

const keyOf = (user: string, session: string): MemoryKey => ({
  userId: user as UserId,
  sessionId: session as SessionId,
});

/** A registry of memories whose size the test sets. */
function openRegistry(limits = { sessions: 3, bytes: 1_000 }) {
  const evicted: string[] = [];
  const registry = createUserMemoryRegistry({
    limits,
    load: ({ userId, sessionId }) => ({ bytes: 10, name: `${userId}/${sessionId}` }),
    onEvicted: ({ userId, sessionId }) => evicted.push(`${userId}/${sessionId}`),
  });
  return { registry, evicted };
}

describe('the registry of session memories', () => {
  it('loads a session once and counts how often it was found', () => {
    const { registry } = openRegistry();
    expect(registry.of(keyOf('a', '1'))).toBe(registry.of(keyOf('a', '1')));
    expect(registry.counts).toEqual({ hits: 1, misses: 1, evictions: 0 });
    expect(registry.size).toBe(1);
  });

  it('holds its limit over all users, and lets the least recently used go', () => {
    const { registry, evicted } = openRegistry();
    for (const user of ['a', 'b', 'c']) registry.of(keyOf(user, '1'));
    registry.of(keyOf('a', '1'));
    registry.of(keyOf('d', '1'));
    expect(evicted).toEqual(['b/1']);
    expect(registry.size).toBe(3);
    expect(registry.peek(keyOf('b', '1'))).toBeNull();
    expect(registry.of(keyOf('b', '1')).name).toBe('b/1');
    expect(registry.counts).toEqual({ hits: 1, misses: 5, evictions: 2 });
  });

  it('holds its limit in bytes as memories grow; one that is larger alone stays', () => {
    const grown = { bytes: 10 };
    const evicted: string[] = [];
    const registry = createUserMemoryRegistry({
      limits: { sessions: 10, bytes: 100 },
      load: ({ sessionId }) => (sessionId === ('big' as SessionId) ? grown : { bytes: 10 }),
      onEvicted: ({ sessionId }) => evicted.push(sessionId),
    });
    for (const session of ['1', '2', 'big']) registry.of(keyOf('a', session));
    grown.bytes = 95;
    registry.resized(keyOf('a', 'big'));
    expect(evicted).toEqual(['1', '2']);
    expect(registry.bytes).toBe(95);
    grown.bytes = 5_000;
    registry.resized(keyOf('a', 'big'));
    expect(registry.peek(keyOf('a', 'big'))).toBe(grown);
    expect(registry.bytes).toBe(100);
  });

  it('tells and drops the sessions of one user alone, though ids be equal', () => {
    const { registry } = openRegistry();
    registry.of(keyOf('a', '1'));
    registry.of(keyOf('b', '1'));
    registry.of(keyOf('a', '2'));
    expect(registry.activeOf('a' as UserId).map(({ sessionId }) => sessionId)).toEqual(['2', '1']);
    registry.dropUser('a' as UserId);
    expect(registry.activeOf('a' as UserId)).toEqual([]);
    expect(registry.activeOf('b' as UserId)).toHaveLength(1);
  });
});
