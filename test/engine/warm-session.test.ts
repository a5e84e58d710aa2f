import { expect, test, vi } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import type { EngineParts } from '../../src/main/engine/engine-parts';
import { maxVectorBytes } from '../../src/main/engine/session-vectors';
import { createSessionWarmer } from '../../src/main/engine/warm-session';
import type { SessionId, UserId } from '../../src/shared/model/ids';

test('a disk that fails while a chat is read ahead is told to the log, in whichever step it fails', () => {
  const due: (() => void)[] = [];
  const warn = vi.fn();
  const around = vi
    .fn()
    .mockReturnValueOnce([])
    .mockImplementation(() => {
      throw new Error('disk I/O error');
    });
  const parts = {
    clock: { after: (_delayMs: number, step: () => void) => due.push(step) },
    database: { open: true },
    logger: { warn },
    memories: { termsOf: () => vi.fn(), words: { readAhead: vi.fn() } },
    tables: { recall: { around }, reader: { depthOf: () => 1_000 }, vectors: { newestOf: () => null } },
  } as unknown as EngineParts;
  const session = { userId: 'user' as UserId, id: 'session' as SessionId, recallScope: 'session' } as const;
  createSessionWarmer(() => parts).begin(session, testSettings());
  for (let step = due.shift(); step !== undefined; step = due.shift()) step();
  expect(around).toHaveBeenCalledTimes(2);
  expect(warn).toHaveBeenCalledExactlyOnceWith('nothing was read ahead', { error: 'disk I/O error' });
});

test.each([
  ['a hundred thousand messages', 0, 5],
  ['half the room for vectors', maxVectorBytes / 2 + 1, 1],
])('of all chats no more is read ahead than %s', (_limit, bytes, chats) => {
  const due: (() => void)[] = [];
  const read = new Set<string>();
  const sessions = Array.from({ length: 9 }, (_, index) => `chat-${String(index)}` as SessionId);
  const around = (_userId: UserId, windows: readonly (readonly [SessionId, number, number])[]): [] => {
    for (const [sessionId] of windows) read.add(sessionId);
    return [];
  };
  const parts = {
    clock: { after: (_delayMs: number, step: () => void) => due.push(step) },
    database: { open: true },
    memories: { termsOf: () => vi.fn(), vectors: { bytes }, words: { readAhead: vi.fn() } },
    tables: {
      recall: { around, sessionsOf: () => sessions },
      reader: { depthOf: () => 20_000 },
      vectors: { newestOf: () => null },
    },
  } as unknown as EngineParts;
  const session = { userId: 'user' as UserId, id: sessions[0]!, recallScope: 'user' } as const;
  createSessionWarmer(() => parts).begin(session, testSettings());
  for (let step = due.shift(); step !== undefined; step = due.shift()) step();
  expect(read.size).toBe(chats);
});

test('recall is rehearsed in the first long chat that is looked at, which leaves nothing behind', async () => {
  const { engine, userId, clock, database, logger } = await openEngineOnDisk();
  const warn = vi.spyOn(logger, 'warn');
  const longChat = async (key: string): Promise<SessionId> => {
    const messages = Array.from({ length: 1_001 }, (_, index) => ({
      role: 'user' as const,
      author: null,
      content: `Note ${String(index)} of the harbour.`,
      createdAt: index,
    }));
    const { added } = await engine.importSessions({ userId, sessions: [{ key, title: key, messages }] });
    const sessionId = added[0]!.id;
    const where = { userId, sessionId, model: 'fake-8' };
    const chunks = await engine.pendingChunks({ ...where, limit: 1 });
    const vectors = chunks.map(({ text }) => hashVector(text, 8));
    await engine.storeVectors({ ...where, chunkIds: chunks.map(({ chunkId }) => chunkId), vectors });
    return sessionId;
  };
  const [first, second] = [await longChat('first'), await longChat('second')];
  const asked = vi.spyOn(clock, 'monotonic');
  /** How often the clock is looked at after a chat is. */
  const look = async (sessionId: SessionId): Promise<() => number> => {
    asked.mockClear();
    await engine.previewContext({ userId, sessionId, settings: testSettings() });
    const own = asked.mock.calls.length;
    return () => asked.mock.calls.length - own;
  };
  /** Lets the fake clock run, and the disk: the first recall reads what words mean. */
  const pass = async (times: number, isOver: () => boolean): Promise<void> => {
    for (let step = 0; step < times && !isOver(); step += 1) {
      clock.advance(200);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const looksFirst = await look(first);
  // Each recall looks at the clock five times.
  await pass(2_000, () => looksFirst() >= 6 * 5);
  await pass(20, () => false);
  expect(looksFirst()).toBe(6 * 5);
  const looksSecond = await look(second);
  await pass(50, () => false);
  expect(looksSecond()).toBe(0);
  for (const table of ['snapshots', 'turn_metrics', 'step_times', 'costs']) {
    expect([table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0]);
  }
  expect(warn).not.toHaveBeenCalled();
});
