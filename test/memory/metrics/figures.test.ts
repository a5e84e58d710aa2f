import { describe, expect, it } from 'vitest';
import { compareWithEverything } from '../../../src/main/memory/metrics/compare-everything';
import { percentilesOf } from '../../../src/main/memory/metrics/percentiles';

const times = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => count - index);
const prices = { own: [], isFree: (model: string): boolean => model === 'llama' };
const turn = (model: string, estimated: number, everything: number) => ({ model, estimated, everything });

describe('percentiles', () => {
  it('are ranks of the times themselves', () => {
    expect(percentilesOf(times(100))).toEqual({ p50: 50, p95: 95, p99: 99 });
    expect(percentilesOf(times(33))).toEqual({ p50: 17, p95: 32, p99: 33 });
  });

  it('have no tail under twenty runs, and nothing without one', () => {
    expect(percentilesOf(times(19))).toEqual({ p50: 10, p95: null, p99: null });
    expect(percentilesOf(times(20))).toEqual({ p50: 10, p95: 19, p99: 20 });
    expect(percentilesOf([7])).toEqual({ p50: 7, p95: null, p99: null });
    expect(percentilesOf([])).toEqual({ p50: null, p95: null, p99: null });
  });
});

describe('against sending everything', () => {
  it('counts background work on this side', () => {
    const turns = [turn('gpt-4o', 1_000, 1_000), turn('gpt-4o', 2_000, 9_000)];
    const summaries = [{ promptTokens: 3_000, completionTokens: 500, microcents: 1_250_000 }];
    expect(compareWithEverything(turns, summaries, prices)).toEqual({
      turns: 2,
      everythingTokens: 10_000,
      engramTokens: 6_500,
      backgroundTokens: 3_500,
      everythingMicrocents: 2_500_000,
      engramMicrocents: 750_000 + 1_250_000,
      promptPrice: 2.5,
    });
  });

  it('knows no sum where one price is missing, and no one price where there are two', () => {
    const mixed = [turn('gpt-4o', 10, 10), turn('gpt-4o-mini', 10, 10)];
    expect(compareWithEverything(mixed, [], prices)).toMatchObject({
      promptPrice: null,
      engramMicrocents: 2_650,
    });
    const unknown = [turn('gpt-4o', 10, 10), turn('somebody-else', 10, 10)];
    expect(compareWithEverything(unknown, [], prices)).toMatchObject({
      everythingMicrocents: null,
      engramMicrocents: null,
      promptPrice: null,
      everythingTokens: 20,
    });
    const background = [{ promptTokens: 1, completionTokens: 1, microcents: null }];
    expect(compareWithEverything([turn('gpt-4o', 1, 1)], background, prices)).toMatchObject({
      everythingMicrocents: 250,
      engramMicrocents: null,
    });
  });

  it('costs nothing on this computer', () => {
    expect(compareWithEverything([turn('llama', 5, 9)], [], prices)).toMatchObject({
      everythingMicrocents: 0,
      engramMicrocents: 0,
      promptPrice: 0,
    });
  });
});
