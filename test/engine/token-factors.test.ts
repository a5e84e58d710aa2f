import { describe, expect, it } from 'vitest';
import { learnTokenFactor } from '../../src/main/engine/operations/learn-token-factor';
import { createTokenCounters, type TokenCounters } from '../../src/main/memory/tokens/token-counters';
import { createSettingTable } from '../../src/main/storage/tables/setting-table';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { testSettings } from '../fakes/test-settings';
import { askTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

/** An engine whose every start begins with counters that know nothing, and the last of these. */
async function openWithFreshCounters() {
  let latest: TokenCounters = createTokenCounters();
  const disk = await openEngineOnDisk(undefined, () => (latest = createTokenCounters()));
  const learn = (model: string, estimated: number, prompt: number | null): void => {
    const tokensReported = prompt === null ? null : { prompt, completion: 5 };
    learnTokenFactor(placesOf(disk, latest), { model, tokensEstimated: estimated, tokensReported });
  };
  return { disk, learn, factorOf: (model: string) => latest.factorOf(model) };
}

function placesOf(disk: EngineOnDisk, counters: TokenCounters) {
  return { counters, tables: { settings: createSettingTable(disk.database) } };
}

const storedFactors = (disk: EngineOnDisk): readonly unknown[] =>
  disk.database.prepare(`SELECT scope, key, value FROM settings WHERE scope = 'engine'`).raw().all();

describe('what a token counts for in a model of another encoding', () => {
  it('is learned from what the server reports, by model, and known after a restart', async () => {
    const { disk, learn, factorOf } = await openWithFreshCounters();
    learn('qwen3', 1_200, 1_500);
    expect(factorOf('qwen3')).toBeCloseTo(1.5);
    expect(factorOf('llama3')).toBe(1.2);
    await disk.restart();
    expect(factorOf('qwen3')).toBeCloseTo(1.5);
    expect(storedFactors(disk)).toEqual([['engine', 'token-factor:qwen3', String(factorOf('qwen3'))]]);
  });

  it('is not learned from reports without sense, nor for a model whose encoding is known', async () => {
    const { disk, learn, factorOf } = await openWithFreshCounters();
    learn('qwen3', 1_200, null);
    learn('qwen3', 50, 500);
    learn('gpt-4o', 1_200, 1_500);
    expect([factorOf('qwen3'), factorOf('gpt-4o')]).toEqual([1.2, 1]);
    expect(storedFactors(disk)).toEqual([]);
  });

  it.each(['0', '-1', '1e9', '"1.5"', 'null'])('begins anew where %s was stored', async (damaged) => {
    const { disk, learn, factorOf } = await openWithFreshCounters();
    learn('qwen3', 1_200, 1_500);
    disk.database.prepare(`UPDATE settings SET value = ? WHERE scope = 'engine'`).run(damaged);
    await disk.restart();
    expect(factorOf('qwen3')).toBe(1.2);
  });

  it.each([false, true])(
    'is learned from a turn, and kept on disk unless the chat is temporary (%s)',
    async (temporary) => {
      const { disk, factorOf } = await openWithFreshCounters();
      const { engine, userId } = disk;
      const { id } = await engine.createSession({ userId, recallScope: 'session', temporary });
      const place = { engine, userId, sessionId: id };
      const settings = testSettings({}, { model: 'qwen3' });
      const first = await askTurn(place, { text: manyWords(300) }, settings);
      const { turnId, tokensEstimated } = first.snapshot;
      const tokensReported = { prompt: tokensEstimated * 2, completion: 1 };
      await engine.completeSnapshot({ userId, turnId, latencies: [], tokensReported });
      expect(factorOf('qwen3')).toBeCloseTo(2.4);
      expect(storedFactors(disk)).toHaveLength(temporary ? 0 : 1);
      const second = await askTurn(place, { text: manyWords(300) }, settings);
      expect(second.snapshot.blocks.at(-1)!.tokens).toBeGreaterThan(
        first.snapshot.blocks.at(-1)!.tokens * 1.9,
      );
    },
  );

  it('makes the engine count more, without being told the factor', async () => {
    const { disk, learn } = await openWithFreshCounters();
    const count = () => disk.engine.countTokens({ text: 'The lighthouse of Porto', model: 'qwen3' });
    const before = await count();
    learn('qwen3', 1_000, 2_000);
    expect(await count()).toBeGreaterThanOrEqual(before * 2 - 1);
  });
});
