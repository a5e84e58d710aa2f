import fc from 'fast-check';
import { getEncoding } from 'js-tiktoken';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../../src/main/memory/tokens/load-token-counter';
import type { EncodingName, TokenCounter } from '../../../src/main/memory/tokens/token-counter';
import { sampleTexts } from './sample-texts';

const encodings: readonly EncodingName[] = ['o200k_base', 'cl100k_base'];

describe.each(encodings)('counting with %s', (encoding) => {
  let counter: TokenCounter;
  let reference: (text: string) => number;

  beforeAll(async () => {
    counter = await loadTokenCounter(encoding);
    const library = getEncoding(encoding);
    reference = (text) => library.encode(text, [], []).length;
  });

  it.each(sampleTexts)('agrees with js-tiktoken on %j', (text) => {
    expect(counter.count(text)).toBe(reference(text));
  });

  it('agrees with js-tiktoken on any short text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(' ', '\n', '\r', 'a', 'B', "'", 's', '1', '.', '/'), maxLength: 60 }),
      fc.array(fc.constantFrom(...sampleTexts), { maxLength: 3 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(counter.count(value)).toBe(reference(value));
      }),
      { numRuns: 300 },
    );
  });

  it('counts <|endoftext|> in a message as the ordinary text it is', () => {
    expect(counter.count('<|endoftext|>')).toBeGreaterThan(1);
    expect(counter.count('<|endoftext|>')).toBe(reference('<|endoftext|>'));
  });

  it('agrees with js-tiktoken on a text of several blocks', () => {
    const text = sampleTexts.slice(0, 13).join('\n\n').repeat(110);
    expect(text.length).toBeGreaterThan(70_000);
    expect(counter.count(text)).toBe(reference(text));
  });

  it.each([
    ['equal letters', 'a'.repeat(640)],
    ['equal capitals', 'Q'.repeat(640)],
    ['one word of many letters', 'pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(14)],
    ['equal Chinese characters', '好'.repeat(400)],
    ['Chinese without a break', '昨天我和朋友去了市场买了苹果和梨天气很好我们很高兴'.repeat(16)],
    ['dashes', '-'.repeat(700)],
    ['spaces', ' '.repeat(700)],
  ])('agrees with js-tiktoken on a run of %s', (_name, text) => {
    expect(counter.count(text)).toBe(reference(text));
  });
});
