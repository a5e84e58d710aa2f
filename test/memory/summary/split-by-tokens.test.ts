import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByTokens } from '../../../src/main/memory/summary/split-by-tokens';
import { sharedCounters } from '../../fakes/shared-counters';
import { manyWords } from '../../property/random-words';

const counter = await sharedCounters.forModel('gpt-4o');
const count = (text: string) => Promise.resolve(counter.count(text));
const split = (text: string, most: number) =>
  splitByTokens({ text, tokens: counter.count(text) }, most, count);
const hasLoneSurrogate = (text: string): boolean =>
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);

describe('a message that is too long for a summariser', () => {
  it('is cut into parts that each fit and joined are the message, whatever it holds', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '😀😀😀',
        '漢字漢字漢字漢字',
        '0123456789'.repeat(30),
        ' '.repeat(90),
        '\n\n',
        'Well. ',
        'e'.repeat(700),
      ),
      fc.integer({ min: 1, max: 400 }).map((seed) => manyWords(60, seed)),
    );
    const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 64, max: 400 }), async (message, most) => {
        const parts = await split(message, most);
        expect(parts.map((part) => part.text).join('')).toBe(message);
        for (const part of parts) {
          expect(part.tokens).toBe(counter.count(part.text));
          expect(part.tokens).toBeLessThanOrEqual(most);
          expect(hasLoneSurrogate(part.text)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is left whole where it fits, also an empty one', async () => {
    expect((await split('Well.', 64)).map(({ text }) => text)).toEqual(['Well.']);
    expect((await split('', 64)).map(({ text }) => text)).toEqual(['']);
  });

  it('is cut where a sentence ends, else between words', async () => {
    const sentence = 'The lighthouse of Porto was painted green again. ';
    for (const { text } of (await split(sentence.repeat(60), 120)).slice(0, -1))
      expect(text).toMatch(/\. $/u);
    for (const { text } of (await split('word '.repeat(600), 120)).slice(0, -1))
      expect(text).toMatch(/word $/u);
  });
});
