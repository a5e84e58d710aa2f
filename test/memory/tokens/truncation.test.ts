import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '../../../src/main/memory/tokens/encoder';
import { loadEncoder } from '../../../src/main/memory/tokens/load-encoder';
import { createTiktokenCounter } from '../../../src/main/memory/tokens/tiktoken-counter';
import type { TokenCounter } from '../../../src/main/memory/tokens/token-counter';
import { sampleTexts } from './sample-texts';

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('cutting a text to a token limit', () => {
  let encoder: Encoder;
  let exact: TokenCounter;
  let estimated: TokenCounter;

  beforeAll(async () => {
    encoder = await loadEncoder('o200k_base');
    exact = createTiktokenCounter({ encoding: 'o200k_base', encoder, exact: true, factor: 1 });
    estimated = createTiktokenCounter({ encoding: 'o200k_base', encoder, exact: false, factor: 1.2 });
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fc.constantFrom(...sampleTexts), { maxLength: 4 }).map((parts) => parts.join(' ')),
    fc.string({ unit: fc.constantFrom('👨‍👩‍👧‍👦', '🇩🇪', 'e\u0301', '中', ' ', '\r\n'), maxLength: 80 }),
  );

  it('gives a beginning of the text within the limit that splits no character', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 60 }), fc.boolean(), (text, maxTokens, isExact) => {
        const counter = isExact ? exact : estimated;
        const cut = counter.truncate(text, maxTokens);
        expect(text.startsWith(cut)).toBe(true);
        expect(counter.count(cut)).toBeLessThanOrEqual(maxTokens);
        expect(isWellFormed(cut)).toBe(true);
        const ends = [0, ...Array.from(segmenter.segment(text), (part) => part.index + part.segment.length)];
        expect(ends).toContain(cut.length);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a text that fits as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(exact.truncate(text, exact.count(text))).toBe(text);
        expect(estimated.truncate(text, estimated.count(text))).toBe(text);
      }),
    );
  });

  it('uses the limit to within a word on ordinary prose', () => {
    const text = sampleTexts[0]!.repeat(50);
    expect(exact.count(exact.truncate(text, 100))).toBeGreaterThanOrEqual(99);
  });

  it('gives nothing for a limit of none', () => {
    expect(exact.truncate('Hello', 0)).toBe('');
    expect(exact.truncate('Hello', -5)).toBe('');
  });
});

describe('counting up to a limit', () => {
  it('tells the count when it is within, and stops reading once it is over', async () => {
    let piecesRead = 0;
    const encoder = await loadEncoder('o200k_base');
    const watched: Encoder = {
      *pieces(text) {
        for (const piece of encoder.pieces(text)) {
          piecesRead += 1;
          yield piece;
        }
      },
    };
    const counter = createTiktokenCounter({
      encoding: 'o200k_base',
      encoder: watched,
      exact: true,
      factor: 1,
    });
    expect(counter.countUpTo('one two three', 100)).toBe(3);
    piecesRead = 0;
    expect(counter.countUpTo('word '.repeat(100_000), 50)).toBe(51);
    expect(piecesRead).toBe(51);
  });
});
