import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFile } from '../../../src/main/memory/text/split-file';

const unit = fc.oneof(
  fc.constantFrom('a', 'word ', '\n', '\n\n', '. ', '漢', '。', '👩‍👩‍👧‍👦', 'é', ' '),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

describe('a file cut into parts', () => {
  it('is the file again when they are joined, none of them empty or too long, and no character is broken', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (units, times) => {
        const text = units.join('').repeat(times);
        const parts = splitFile(text);
        expect(parts.join('')).toBe(text);
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(3_500);
          // A pair cut in two would be a lone surrogate, which no text here has.
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });

  it('ends its parts at empty lines where there are some, else at lines, sentences and words', () => {
    const paragraph = `${'The tide came in at noon. '.repeat(40).trim()}\n\n`;
    for (const part of splitFile(paragraph.repeat(9)).slice(0, -1)) expect(part.endsWith('\n\n')).toBe(true);
    for (const part of splitFile('one line of it\n'.repeat(900)).slice(0, -1)) expect(part).toMatch(/\n$/);
    for (const part of splitFile('It rained. '.repeat(900)).slice(0, -1)) expect(part).toMatch(/rained\. $/);
    for (const part of splitFile('rain '.repeat(2_000)).slice(0, -1)) expect(part).toMatch(/rain $/);
  });
});
