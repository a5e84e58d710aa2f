import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestSentences, packSentences } from '../../src/main/vectors/sentence-codes';
import { hashVector } from '../fakes/fake-embedder';

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('packed sentences', () => {
  it('tell how near the nearest is, to a hundredth, apart for those that state something', () => {
    const sentences = fc.array(fc.record({ text: fc.string(), asks: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(sentences, fc.string(), (said, asked) => {
        const query = hashVector(asked, 64);
        const vectors = said.map(({ text, asks }) => ({ asks, vector: hashVector(text, 64) }));
        const near = nearestSentences(packSentences(vectors), query)!;
        const best = (chosen: typeof vectors): number =>
          Math.max(...chosen.map(({ vector }) => cosine(vector, query)));
        const stating = vectors.filter(({ asks }) => !asks);
        expect(Math.abs(near.any - best(vectors))).toBeLessThan(0.01);
        expect(Math.abs(near.stating - best(stating.length > 0 ? stating : vectors))).toBeLessThan(0.01);
      }),
    );
  });

  it('take a quarter of what their vectors take', () => {
    const packed = packSentences([{ asks: true, vector: hashVector('one', 512) }]);
    expect(packed.length).toBe(512 + 5);
  });

  it('are nothing where there are none, or where they are of another dimension', () => {
    const packed = packSentences([{ asks: false, vector: hashVector('one', 8) }]);
    expect(nearestSentences(new Uint8Array(0), hashVector('q', 8))).toBeNull();
    expect(nearestSentences(packed, hashVector('q', 9))).toBeNull();
    expect(packSentences([])).toEqual(new Uint8Array(0));
  });

  it('are refused where a number is missing or none', () => {
    const good = { asks: false, vector: hashVector('one', 8) };
    expect(() => packSentences([good, { asks: false, vector: hashVector('two', 4) }])).toThrow('no vector');
    const bad = { asks: false, vector: Float32Array.from({ length: 8 }, () => Number.NaN) };
    expect(() => packSentences([good, bad])).toThrow('no vector');
  });

  it('of zeros are near to nothing', () => {
    const packed = packSentences([{ asks: false, vector: new Float32Array(8) }]);
    expect(nearestSentences(packed, hashVector('q', 8))).toEqual({ stating: 0, any: 0 });
  });
});
