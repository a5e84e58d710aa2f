import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextParts } from '../../../src/renderer/memory/context-parts';
import { scoreSegments } from '../../../src/renderer/memory/score-segments';
import { blockKinds } from '../../../src/shared/model/snapshot';
import { snapshotOf } from '../sample-snapshot';

const blockArbitrary = fc.record({ kind: fc.constantFrom(...blockKinds), tokens: fc.nat(300) });

describe('the legend of the context bar', () => {
  it('sums to the window in tokens and to 100.0 in percent', () => {
    fc.assert(
      fc.property(fc.array(blockArbitrary, { maxLength: 20 }), (blocks) => {
        const parts = contextParts(snapshotOf(blocks));
        expect(parts.reduce((sum, part) => sum + part.tokens, 0)).toBe(8_000);
        expect(parts.reduce((sum, part) => sum + Math.round(part.percent * 10), 0)).toBe(1_000);
      }),
    );
  });
});

describe('the fused bar of a candidate', () => {
  it('is as long as the score against the best, whatever parts took away', () => {
    const parts = [
      { name: 'keyword', value: 0.6 },
      { name: 'vector', value: 0.3 },
      { name: 'question', value: -0.1 },
    ] as const;
    const segments = scoreSegments(parts, 0.8, 1.6);
    expect(segments.reduce((sum, segment) => sum + segment.share, 0)).toBeCloseTo(0.5);
    expect(segments.map((segment) => segment.tone)).toEqual(['vector', 'keyword']);
  });

  it('shows what the words mean as it shows what an embedder says', () => {
    const parts = [{ name: 'wordVector', value: 0.4 } as const, { name: 'session', value: 0.4 } as const];
    expect(scoreSegments(parts, 0.8, 0.8)).toEqual([
      { tone: 'vector', share: 0.5 },
      { tone: 'other', share: 0.5 },
    ]);
  });
});
