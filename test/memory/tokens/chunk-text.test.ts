import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { approximateCounter } from '../../../src/main/memory/tokens/approximate-counter';
import { chunkText } from '../../../src/main/memory/tokens/chunk-text';
import { loadTokenCounter } from '../../../src/main/memory/tokens/load-token-counter';
import type { TokenCounter } from '../../../src/main/memory/tokens/token-counter';
import { sampleTexts } from './sample-texts';

describe('cutting a message into chunks', () => {
  let exact: TokenCounter;
  beforeAll(async () => {
    exact = await loadTokenCounter('o200k_base');
  });

  it('leaves a short message whole, after its author', () => {
    expect(chunkText('Hello there.', { author: 'Ann' })).toEqual([
      { start: 0, end: 12, text: 'Ann: Hello there.' },
    ]);
  });

  it('makes nothing of a blank message', () => {
    expect(chunkText(' \n ', { author: 'Ann' })).toEqual([]);
  });

  it('keeps every character in order, each chunk within its limit and no character split', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 600 }),
      fc
        .array(fc.constantFrom(...sampleTexts, 'x'.repeat(200)), { minLength: 1, maxLength: 12 })
        .map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 16, max: 64 }), fc.boolean(), (value, maxTokens, isExact) => {
        const counter = isExact ? exact : approximateCounter;
        const chunks = chunkText(value, { author: 'Ann', maxTokens, counter });
        let end = 0;
        for (const chunk of chunks) {
          expect(value.slice(end, chunk.start).trim()).toBe('');
          expect(chunk.end).toBeGreaterThan(chunk.start);
          expect(chunk.text).toBe(`Ann: ${value.slice(chunk.start, chunk.end).trim()}`);
          expect(counter.count(chunk.text)).toBeLessThanOrEqual(maxTokens);
          expect(/\p{Surrogate}/u.test(chunk.text)).toBe(false);
          end = chunk.end;
        }
        expect(value.slice(end).trim()).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('cuts after sentences, into chunks of similar size', () => {
    const text = Array.from(
      { length: 60 },
      (_, index) => `This is sentence ${String(index)} of the story.`,
    ).join(' ');
    const chunks = chunkText(text, { author: 'Ann', counter: exact });
    expect(chunks).toHaveLength(3);
    for (const chunk of chunks) {
      expect(chunk.text).toMatch(/^Ann: This .*story\.$/s);
      expect(exact.count(chunk.text)).toBeGreaterThan(120);
    }
  });

  it('cuts at spaces where there are no sentences, and anywhere where there are no spaces', () => {
    const words = chunkText('word '.repeat(2_000), { author: 'Ann' });
    expect(words.every((chunk) => /^Ann: (?:word ?)+$/.test(chunk.text))).toBe(true);
    expect(chunkText('x'.repeat(5_000), { author: 'Ann' }).length).toBeGreaterThan(4);
  });

  it('bounds a very long author', () => {
    const [chunk] = chunkText('Hello', { author: 'A'.repeat(10_000) });
    expect(approximateCounter.count(chunk!.text)).toBeLessThanOrEqual(256);
  });
});
