import { expect, test, vi } from 'vitest';
import { createSessionVectors } from '../../src/main/engine/session-vectors';
import type { VectorTable } from '../../src/main/storage/tables/vector-table';
import type { SessionId, UserId } from '../../src/shared/model/ids';
import { silentLogger } from '../../eval/silent-logger';

const dimension = 8;
const perChat = 100;
const userId = 'user' as UserId;
const chats = Array.from({ length: 6 }, (_, index) => `chat-${String(index)}` as SessionId);

/** The same direction in every chat, a little nearer to the query from row to row and chat to chat. */
function rowsOf(sessionId: SessionId) {
  const chat = chats.indexOf(sessionId);
  return Array.from({ length: perChat }, (_, row) => {
    const key = chat * perChat + row;
    const vector = new Float32Array(dimension);
    vector[0] = Math.cos((chats.length * perChat - key) / 1_000);
    vector[1] = Math.sin((chats.length * perChat - key) / 1_000);
    return { key, seq: key, start: 0, vector };
  });
}

function setUp(maxBytes?: number) {
  const ofSession = vi.fn((_user: UserId, sessionId: SessionId) => rowsOf(sessionId));
  const vectors = createSessionVectors({
    vectors: { ofSession, stamp: () => '' } as unknown as VectorTable,
    fileOf: () => null,
    logger: silentLogger,
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
  const query = new Float32Array(dimension);
  query[0] = 1;
  const search = () =>
    vectors.search(userId, chats, { model: 'test', values: query }, 5).map(({ key }) => key);
  return { vectors, search, reads: () => ofSession.mock.calls.splice(0).length };
}

test('where not all indexes fit, a search over all reads those that are missing, not each of them again', () => {
  const all = setUp();
  const best = all.search();
  expect(best).toHaveLength(5);
  expect(all.reads()).toBe(chats.length);
  const { vectors, search, reads } = setUp((all.vectors.bytes / chats.length) * 5.5);
  expect(search()).toEqual(best);
  expect(reads()).toBe(chats.length);
  for (let round = 0; round < 3; round += 1) {
    expect(search()).toEqual(best);
    expect(reads()).toBe(1);
  }
  expect(vectors.bytes).toBeLessThan(all.vectors.bytes);
  expect(all.search()).toEqual(best);
  expect(all.reads()).toBe(0);
});

test('vectors that an open index takes count as memory, and as room', () => {
  const full = setUp();
  const [key, other] = chats.map((sessionId) => ({ userId, sessionId }));
  full.vectors.open(key!, 'test', dimension);
  const before = full.vectors.bytes;
  const added = rowsOf(chats[0]!).map((row) => ({ ...row, key: row.key + 10_000 }));
  full.vectors.add(key!, 'test', added);
  expect(full.vectors.bytes).toBe(2 * before);
  const { vectors } = setUp(2.5 * before);
  vectors.open(key!, 'test', dimension);
  vectors.add(key!, 'test', added);
  vectors.open(other!, 'test', dimension);
  expect(vectors.sizeOf(key!).vectors).toBe(0);
});
