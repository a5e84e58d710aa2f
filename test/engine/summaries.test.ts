import { describe, expect, it } from 'vitest';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, askTurn, summariseOnce } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const settings = testSettings({ bufferMessageLimit: 6, summaryTokens: 120 });

async function openWithTurns(count: number) {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const where = { userId: disk.userId, sessionId };
  const place = () => ({ engine: disk.engine, ...where });
  const say = async (from: number, to: number): Promise<void> => {
    for (let index = from; index < to; index += 1) {
      await appendTurn(place(), {
        text: `Nadia paid ${String(index)} euros. ${manyWords(10, index)}.`,
        reply: `Noted ${String(index)}.`,
      });
    }
  };
  await say(0, count);
  const list = () => disk.engine.listSummaries(where);
  return { disk, where, place, say, list };
}

describe('summaries', () => {
  it('form a chain: each version replaces its parent and stands for everything up to its last message', async () => {
    const { disk, where, place, say, list } = await openWithTurns(5);
    for (let round = 1; round <= 3; round += 1) {
      expect(await summariseOnce(place(), settings)).toBe(true);
      await say(round * 5, round * 5 + 5);
      disk.clock.advance(1_000);
      await disk.restart();
    }
    const newestFirst = await list();
    expect(newestFirst.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(newestFirst.map(({ current }) => current)).toEqual([true, false, false]);
    expect(newestFirst.map(({ parentId }) => parentId)).toEqual([
      newestFirst[1]!.id,
      newestFirst[2]!.id,
      null,
    ]);
    const ends = newestFirst.map(({ toPosition }) => toPosition).toReversed();
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    const { messages } = await disk.engine.pageMessages({ ...where, anchor: { kind: 'newest' }, limit: 100 });
    for (const { fromPosition, toPosition, lastMessageId, tokens, sourceTokens } of newestFirst) {
      expect(fromPosition).toBe(1);
      expect(messages[toPosition - 1]!.id).toBe(lastMessageId);
      expect(messages[toPosition]!.role).toBe('user');
      expect(tokens).toBeLessThanOrEqual(120);
      const covered = messages.slice(0, toPosition).reduce((sum, message) => sum + (message.tokens ?? 0), 0);
      expect(sourceTokens).toBe(covered);
    }
  });

  it('are folded on until nothing is due, by a job a version', async () => {
    const { disk, where, place, list } = await openWithTurns(20);
    let folds = 0;
    while (await summariseOnce(place(), settings)) folds += 1;
    expect(await list()).toHaveLength(folds);
    const jobs = await disk.engine.listJobs({ userId: where.userId });
    expect(jobs.filter(({ kind }) => kind === 'summarise')).toHaveLength(20 + folds);
    const { snapshot } = await askTurn(place(), { text: 'And now?' }, settings);
    expect(snapshot.cuts).toEqual([]);
  });

  it('are refused when the plan is stale: another version came first, or its end is not on the path', async () => {
    const { disk, where, place, list } = await openWithTurns(8);
    const plan = (await disk.engine.planSummary({ ...where, settings }))!;
    const commit = (change: Partial<typeof plan>) =>
      disk.engine.commitSummary({
        userId: where.userId,
        plan: { ...plan, ...change },
        text: 'Nadia pays.',
        origin: 'model',
        model: 'm',
        settings,
      });
    const other = await openWithTurns(1);
    const strange = await other.disk.engine.pageMessages({
      ...other.where,
      anchor: { kind: 'newest' },
      limit: 1,
    });
    expect(await commit({ lastMessageId: strange.messages[0]!.id })).toBeNull();
    expect(await summariseOnce(place(), settings)).toBe(true);
    expect(await commit({})).toBeNull();
    expect(await list()).toHaveLength(1);
  });

  it('longer than their limit are cut to it when they are committed', async () => {
    const { disk, where } = await openWithTurns(8);
    const plan = (await disk.engine.planSummary({ ...where, settings }))!;
    const commit = { ...where, plan, origin: 'model', model: 'm', settings } as const;
    const summary = (await disk.engine.commitSummary({ ...commit, text: manyWords(1_000) }))!;
    expect(summary.tokens).toBeLessThanOrEqual(120);
    expect(manyWords(1_000).startsWith(summary.text)).toBe(true);
  });

  it('are neither planned nor used under a strategy without them, and come back with one', async () => {
    const { disk, where, place } = await openWithTurns(8);
    expect(await summariseOnce(place(), settings)).toBe(true);
    const kinds = async (strategy: 'buffer' | 'hybrid') => {
      const asked = await askTurn(place(), { text: 'Well?' }, { ...settings, strategy });
      return asked.snapshot.blocks.map(({ kind }) => kind);
    };
    expect(
      await disk.engine.planSummary({ ...where, settings: { ...settings, strategy: 'buffer' } }),
    ).toBeNull();
    expect(await kinds('buffer')).not.toContain('summary');
    expect(await kinds('hybrid')).toContain('summary');
  });

  it('never fold offline replies or failures, nor the message that is being answered', async () => {
    const { disk, where, place } = await openWithTurns(0);
    for (let index = 0; index < 6; index += 1) {
      const ending = index % 2 === 0 ? ({ provenance: 'offline' } as const) : ({ state: 'failed' } as const);
      await appendTurn(place(), {
        text: `Nadia buys ${String(index)} lamps.`,
        reply: 'QUOTED WORDS',
        ...ending,
      });
    }
    const plan = (await disk.engine.planSummary({ ...where, settings }))!;
    const text = await disk.engine.extractSummary({ plan, model: 'gpt-4o' });
    expect(text).toContain('Nadia');
    expect(text).not.toContain('QUOTED');
  });
});
