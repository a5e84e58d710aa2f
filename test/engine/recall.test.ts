import { describe, expect, it } from 'vitest';
import type { QueryVector } from '../../src/main/memory/ports/recall';
import type { SessionId } from '../../src/shared/model/ids';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const byKeyword: QueryVector = { kind: 'none', reason: 'by keyword' };

async function openWithHistory() {
  const disk = await openEngineOnDisk();
  const { userId } = disk;
  const create = async (
    lines: readonly string[],
    recallScope: 'session' | 'user' = 'session',
  ): Promise<SessionId> => {
    const { id } = await disk.engine.createSession({ userId, recallScope });
    for (const text of lines)
      await appendTurn({ engine: disk.engine, userId, sessionId: id }, { text, reply: manyWords(5) });
    return id;
  };
  const recall = (sessionId: SessionId, query: string, change = {}, queryVector = byKeyword) =>
    disk.engine.recall({
      userId,
      sessionId,
      query,
      queryVector,
      settings: testSettings({ bufferMessageLimit: 2 }, change),
      userMessageId: null,
    });
  return { disk, userId, create, recall };
}

const fillers = ['Well.', 'Indeed.', 'Right.', 'I see.'];

describe('recall', () => {
  it('leaves out what it is told to, for that once', async () => {
    const { disk, userId, create, recall } = await openWithHistory();
    const sessionId = await create(['The lighthouse keeper was called Aurelio.', ...fillers]);
    const query = 'What was the name of the lighthouse keeper?';
    const [best] = (await recall(sessionId, query)).candidates;
    const without = await disk.engine.recall({
      userId,
      sessionId,
      query,
      queryVector: byKeyword,
      settings: {
        ...testSettings({ bufferMessageLimit: 2 }),
        leftOut: { messages: [best!.messageId], parts: [] },
      },
      userMessageId: null,
    });
    expect(without.candidates.map(({ messageId }) => messageId)).not.toContain(best!.messageId);
    expect((await recall(sessionId, query)).candidates[0]?.messageId).toBe(best!.messageId);
  });

  it('reports candidates best first, each with its score’s parts, and what becomes of it', async () => {
    const { create, recall } = await openWithHistory();
    const sessionId = await create(['The lighthouse keeper was called Aurelio.', ...fillers]);
    const report = await recall(sessionId, 'What was the name of the lighthouse keeper?');
    expect(report).toMatchObject({ mode: 'keyword', degraded: 'by keyword', topK: 5 });
    expect(report.candidates.map(({ rank }) => rank)).toEqual(report.candidates.map((_, index) => index + 1));
    const scores = report.candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const [best] = report.candidates;
    expect(best).toMatchObject({
      excerpt: 'The lighthouse keeper was called Aurelio.',
      position: 1,
    });
    for (const { score, parts } of report.candidates) {
      expect(parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(score, 5);
    }
  });

  it('looks in this chat alone, or in all the user’s, and never in a deleted one', async () => {
    const { disk, userId, create, recall } = await openWithHistory();
    const other = await create(['The lighthouse keeper was called Aurelio.', ...fillers]);
    const narrow = await create(fillers);
    const wide = await create(fillers, 'user');
    const found = async (sessionId: SessionId) => {
      const { candidates } = await recall(sessionId, 'lighthouse keeper');
      return candidates.some((candidate) => candidate.sessionId === other);
    };
    expect([await found(narrow), await found(wide)]).toEqual([false, true]);
    await disk.engine.deleteSession({ userId, sessionId: other });
    expect(await found(wide)).toBe(false);
  });

  it('runs only under a strategy that recalls', async () => {
    const { create, recall } = await openWithHistory();
    const sessionId = await create(['The lighthouse.', ...fillers]);
    for (const strategy of ['buffer', 'sliding-window', 'summary']) {
      expect((await recall(sessionId, 'lighthouse', { strategy })).candidates).toEqual([]);
    }
    expect((await recall(sessionId, 'lighthouse', { strategy: 'retrieval' })).candidates).not.toEqual([]);
  });

  it('takes any text for a question', async () => {
    const { create, recall } = await openWithHistory();
    const sessionId = await create(['The lighthouse.', ...fillers]);
    for (const query of ['', '"', 'NEAR(', '* AND', '🙂', 'x '.repeat(50_000), '\u0000']) {
      await expect(recall(sessionId, query)).resolves.toBeDefined();
    }
  });

  it('finds by vector what no word names, and loses nothing when the index is loaded again', async () => {
    const { disk, userId, create, recall } = await openWithHistory();
    const sessionId = await create(['The lighthouse keeper was called Aurelio.', ...fillers]);
    const where = { userId, sessionId, model: 'fake-8' };
    const chunks = await disk.engine.pendingChunks({ ...where, limit: 100 });
    const vectors = chunks.map(({ text }) => hashVector(text, 8));
    await disk.engine.storeVectors({ ...where, chunkIds: chunks.map(({ chunkId }) => chunkId), vectors });
    const wanted = chunks.findIndex(({ text }) => text.includes('Aurelio'));
    const query: QueryVector = { kind: 'vector', model: 'fake-8', values: vectors[wanted]! };
    const find = async () => {
      const { candidates, mode } = await recall(sessionId, 'zzz', {}, query);
      expect(mode).toBe('hybrid');
      return candidates.find(({ excerpt }) => excerpt.includes('Aurelio'));
    };
    expect((await find())?.vector).toBeCloseTo(1, 3);
    await disk.engine.pendingChunks({ ...where, limit: 100 });
    await disk.restart();
    expect((await find())?.vector).toBeCloseTo(1, 3);
    await disk.kill();
    expect((await find())?.vector).toBeCloseTo(1, 3);
  });
});
