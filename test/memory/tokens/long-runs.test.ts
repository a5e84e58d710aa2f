import fc from 'fast-check';
import tables from 'js-tiktoken/ranks/o200k_base';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEncoder } from '../../../src/main/memory/tokens/encoder';
import { createMinHeap } from '../../../src/main/memory/tokens/min-heap';
import { buildRankTable } from '../../../src/main/memory/tokens/rank-table';
import type { RankTable } from '../../../src/main/memory/tokens/rank-table';
import { textBlocks } from '../../../src/main/memory/tokens/text-blocks';

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('a run without a break', () => {
  let ranks: RankTable;
  beforeAll(async () => {
    ranks = await buildRankTable(tables);
  });

  it.each([
    ['20,000 equal letters', 'a'.repeat(20_000), 2_500],
    ['20,000 equal Chinese characters', '中'.repeat(20_000), 20_000],
    ['20,000 different Chinese characters', differentChineseCharacters(20_000), 37_991],
  ])('of %s is merged with work in proportion to its length', (_name, text, tokens) => {
    let lookUps = 0;
    const watched: RankTable = {
      rankOf: (bytes, start, end) => {
        lookUps += 1;
        return ranks.rankOf(bytes, start, end);
      },
    };
    const [piece] = createEncoder(tables, watched).pieces(text);
    expect(piece?.text).toBe(text);
    expect(Math.abs(piece!.tokenEnds.length - tokens)).toBeLessThanOrEqual(tokens * 0.01);
    expect(lookUps).toBeLessThanOrEqual(4 * Buffer.byteLength(text));
  });
});

describe('the heap of merging', () => {
  it('gives numbers back in rising order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (numbers) => {
        const heap = createMinHeap();
        for (const number of numbers) heap.push(number);
        expect(numbers.map(() => heap.pop())).toEqual(numbers.toSorted((a, b) => a - b));
        expect(heap.pop()).toBeUndefined();
      }),
    );
  });
});

/** Characters of the CJK block in an order without words. */
function differentChineseCharacters(length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, index) => 0x4e00 + ((index * 7_919) % 20_000)));
}

describe('blocks of a very long text', () => {
  it('are the text, none longer than the pattern can bear', () => {
    for (const text of ['中'.repeat(200_000), 'word '.repeat(50_000), '😀'.repeat(70_000), '']) {
      const blocks = [...textBlocks(text)];
      expect(blocks.join('')).toBe(text);
      expect(Math.max(...blocks.map((block) => block.length))).toBeLessThanOrEqual(65_536);
      expect(blocks.every((block) => isWellFormed(block))).toBe(true);
    }
  });

  it('lets five million Chinese characters start to be counted', () => {
    const encoder = createEncoder({ pat_str: '\\p{L}*\\p{L}+' }, { rankOf: () => -1 });
    const first = encoder.pieces('中'.repeat(5_000_000)).next();
    expect(first.done).toBe(false);
  });
});
