import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { encodingForModel } from '../../../src/main/memory/tokens/encoding-for-model';
import { buildRankTable } from '../../../src/main/memory/tokens/rank-table';
import { loadEncoder } from '../../../src/main/memory/tokens/load-encoder';
import { loadTokenCounter } from '../../../src/main/memory/tokens/load-token-counter';
import {
  messageOverhead,
  messageTokens,
  requestTokens,
} from '../../../src/main/memory/tokens/message-overhead';
import { createTokenCounters } from '../../../src/main/memory/tokens/token-counters';
import { correctedFactor } from '../../../src/main/memory/tokens/token-factor';

describe('the encoding of a model', () => {
  it.each([
    'gpt-4o',
    'gpt-4o-mini-2024-07-18',
    'chatgpt-4o-latest',
    'gpt-4.1-nano',
    'gpt-5',
    'gpt-5.1',
    'o1',
    'o3-mini',
    'o4-mini',
    'openai/gpt-4o',
    'ft:gpt-4o-mini-2024-07-18:acme::abc',
    'gpt-oss:20b',
    'GPT-4o',
  ])('is o200k_base, exactly, for %s', (model) => {
    expect(encodingForModel(model)).toEqual({ encoding: 'o200k_base', exact: true });
  });

  it.each(['gpt-4', 'gpt-4-turbo', 'gpt-4-0613', 'gpt-3.5-turbo', 'gpt-35-turbo', 'text-embedding-3-small'])(
    'is cl100k_base, exactly, for %s',
    (model) => {
      expect(encodingForModel(model)).toEqual({ encoding: 'cl100k_base', exact: true });
    },
  );

  it.each(['llama3.2:3b', 'qwen3', 'mistral-small', 'gpt-4all', 'olmo2', ''])(
    'is an estimate for %j',
    (model) => {
      expect(encodingForModel(model)).toEqual({ encoding: 'o200k_base', exact: false });
    },
  );
});

describe('counters by model', () => {
  it('share one table an encoding, and scale where they estimate', async () => {
    const load = vi.fn(loadEncoder);
    const counters = createTokenCounters(load);
    const [exact, estimated] = await Promise.all([counters.forModel('gpt-4o'), counters.forModel('llama3')]);
    expect(load).toHaveBeenCalledTimes(1);
    const text = 'The quick brown fox jumps over the lazy dog.';
    expect(exact).toMatchObject({ exact: true, factor: 1 });
    expect(estimated).toMatchObject({ exact: false, factor: 1.2 });
    expect(estimated.count(text)).toBe(Math.ceil(exact.count(text) * 1.2));
    expect((await counters.forModel('llama3', 1.5)).factor).toBe(1.5);
    expect((await counters.forModel('gpt-4o', 1.5)).factor).toBe(1);
  });

  it('count with the factor that reports have taught them, of one model at a time', async () => {
    const counters = createTokenCounters();
    expect(counters.reportUsage('llama3', { estimated: 1_200, reported: 1_800 })).toBeCloseTo(1.8);
    expect(counters.factorOf('llama3')).toBeCloseTo(1.8);
    expect((await counters.forModel('llama3')).factor).toBeCloseTo(1.8);
    expect((await counters.forModel('llama3', 1)).factor).toBe(1);
    expect((await counters.forModel('qwen3')).factor).toBe(1.2);
    expect(counters.reportUsage('gpt-4o', { estimated: 1_200, reported: 1_800 })).toBe(1);
    expect((await counters.forModel('gpt-4o')).factor).toBe(1);
  });

  it('take a factor that was learned before, unless it cannot be one', () => {
    const counters = createTokenCounters();
    for (const [model, factor] of [
      ['a', 2],
      ['b', Number.NaN],
      ['c', 0],
      ['d', 5],
      ['gpt-4o', 2],
    ] as const) {
      counters.restoreFactor(model, factor);
    }
    expect(['a', 'b', 'c', 'd', 'gpt-4o'].map((model) => counters.factorOf(model))).toEqual([
      2, 1.2, 1.2, 1.2, 1,
    ]);
  });

  it('try again after a load that failed', async () => {
    const load = vi.fn(loadEncoder).mockRejectedValueOnce(new Error('disk'));
    const counters = createTokenCounters(load);
    await expect(counters.forModel('gpt-4o')).rejects.toThrow('disk');
    expect((await counters.forModel('gpt-4o')).count('a')).toBe(1);
  });
});

describe('loading a table', () => {
  it('pauses at least every 20,000 tokens, so that the thread stays responsive', async () => {
    const pause = vi.fn(async () => undefined);
    await loadEncoder('o200k_base', pause);
    expect(pause).toHaveBeenCalledTimes(9);
  });

  it.each([
    ['o200k_base', o200k, 199_998],
    ['cl100k_base', cl100k, 100_256],
  ])(
    'gives each token of %s the rank that it has in the file, wherever it stands',
    async (_name, tables, count) => {
      const table = await buildRankTable(tables);
      const ranks = new Map(
        tables.bpe_ranks.split('\n').flatMap((line) => {
          const [, first, ...tokens] = line.split(' ');
          return tokens.map((token, index) => [atob(token), Number(first) + index] as const);
        }),
      );
      expect(ranks.size).toBe(count);
      const other = [...ranks].filter(
        ([bytes, rank]) => table.rankOf(`a${bytes}b`, 1, bytes.length + 1) !== rank,
      );
      expect(other).toEqual([]);
      const none = [...ranks.keys()].map((bytes) => `${bytes}\u0001`).filter((bytes) => !ranks.has(bytes));
      expect(none.length).toBeGreaterThan(count / 2);
      expect(none.filter((bytes) => table.rankOf(bytes, 0, bytes.length) !== -1)).toEqual([]);
    },
  );
});

describe('the factor of an estimate', () => {
  it('rises at once to what a report shows', () => {
    expect(correctedFactor(1.2, { estimated: 1_200, reported: 1_500 })).toBeCloseTo(1.5);
  });

  it('sinks slowly', () => {
    expect(correctedFactor(1.2, { estimated: 1_200, reported: 1_000 })).toBeCloseTo(1.18);
  });

  it('ignores small and senseless reports', () => {
    for (const usage of [
      { estimated: 50, reported: 500 },
      { estimated: 1_000, reported: 0 },
      { estimated: Number.NaN, reported: 10 },
      { estimated: 1_000, reported: Number.NaN },
      { estimated: Infinity, reported: 10 },
    ]) {
      expect(correctedFactor(1.2, usage)).toBe(1.2);
    }
  });

  it('stays between 0.7 and 4, and after a rise the same request would fit its estimate', () => {
    const tokens = fc.integer({ min: 100, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.double({ min: 0.7, max: 4, noNaN: true }),
        tokens,
        tokens,
        (factor, estimated, reported) => {
          const next = correctedFactor(factor, { estimated, reported });
          expect(next).toBeGreaterThanOrEqual(0.7 - 1e-9);
          expect(next).toBeLessThanOrEqual(4);
          if (next < 4)
            expect((estimated / factor) * next).toBeGreaterThanOrEqual(Math.min(estimated, reported) * 0.99);
        },
      ),
    );
  });
});

describe('message overhead', () => {
  it('is 4 a message, 1 and the name, and 3 for the reply', async () => {
    const counter = await loadTokenCounter('o200k_base');
    const user = { content: 'Hello world' };
    expect(messageTokens(user, counter)).toBe(3 + 1 + 2);
    expect(messageOverhead({ name: 'Ann' }, counter)).toBe(3 + 1 + 1 + counter.count('Ann'));
    expect(messageTokens({ ...user, name: null }, counter)).toBe(6);
    expect(requestTokens([user, { content: '' }], counter)).toBe(6 + 4 + 3);
    expect(requestTokens([], counter)).toBe(3);
  });

  it('counts tool calls by name and arguments', async () => {
    const counter = await loadTokenCounter('o200k_base');
    const call = { name: 'calculate', arguments: '{"expression":"6*7"}' };
    const message = { content: '', toolCalls: [call, call] };
    const each = 3 + counter.count(call.name) + counter.count(call.arguments);
    expect(messageTokens(message, counter)).toBe(4 + 2 * each);
  });
});
