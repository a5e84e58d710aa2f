import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countByScore, leastProbes, measureFloor } from '../../../src/main/memory/floors/measure-floor';
import { probeQuery } from '../../../src/main/memory/floors/probe-query';
import { floorBins } from '../../../src/shared/model/floor';

const probesOf = (scores: readonly number[]) => scores.map((without) => ({ source: 2, without }));

describe('a measured floor', () => {
  it('follows what questions with no answer bring', () => {
    const quiet = measureFloor(probesOf(Array.from({ length: 40 }, (_, index) => 0.7 + index / 1000)), 0.6);
    const loud = measureFloor(probesOf(Array.from({ length: 40 }, (_, index) => 1.1 + index / 1000)), 0.6);
    expect(quiet).toBe(0.5);
    expect(loud).toBe(0.78);
  });

  it('is none where there are too few probes, and never far from the fitted one', () => {
    expect(measureFloor(probesOf(Array.from({ length: leastProbes - 1 }, () => 1)), 0.6)).toBeNull();
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: leastProbes, maxLength: 80 }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (scores, builtIn) => {
          const floor = measureFloor(probesOf(scores), builtIn)!;
          expect(floor).toBeGreaterThanOrEqual(builtIn / 1.5 - 0.01);
          expect(floor).toBeLessThanOrEqual(builtIn * 1.5 + 0.01);
        },
      ),
    );
  });

  it('counts every score once, in its tenth', () => {
    expect(countByScore([0, 0.05, 0.1, 0.3, 99]).slice(0, 4)).toEqual([2, 1, 0, 1]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 9, noNaN: true })), (scores) => {
        const counts = countByScore(scores);
        expect(counts).toHaveLength(floorBins);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scores.length);
      }),
    );
  });
});

describe('a probe', () => {
  const half = (text: string) => probeQuery(text, () => 0.5);

  it('is half of a message’s telling words, in their order', () => {
    expect(half('The old harbour office opens on Mondays at nine, says Ines')).toBe(
      'old harbour office opens',
    );
    expect(
      half('今天在上海吃了小笼包 and 昨日は東京タワーへ行きました because trains sail boats fast'),
    ).toContain('今天在上');
  });

  it('has eight words at most, and is none of a message that says little', () => {
    const words = half(Array.from({ length: 200 }, (_, index) => `word${String(index)}`).join(' '))!;
    expect(words.split(' ')).toHaveLength(8);
    expect(half('Thanks, see you then!')).toBeNull();
  });
});
