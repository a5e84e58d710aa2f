import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTraceFinder, joinTraces, noTraces } from '../../../src/main/memory/forget/traces';

const texts = (...all: readonly string[]) => ({ ...noTraces, texts: all });
const secret = 'The spare key of the observatory hangs behind the third blue door.';
const around = Buffer.from('something else altogether, before and after');

const unit = fc.constantFrom(
  ...'abcdefghij klmnop 0123 éü雨日🌱'.split(' ').flatMap((part) => Array.from(part)),
);
const words = fc.array(unit, { minLength: 40, maxLength: 200 }).map((all) => all.join(''));

describe('the search for forgotten words', () => {
  it('finds every run of 24 characters, wherever it begins, in UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.constantFrom('utf8' as const, 'utf16le' as const),
        (text, from, encoding) => {
          const characters = Array.from(text);
          const start = from % (characters.length - 24);
          const run = characters.slice(start, start + 24).join('');
          const bytes = Buffer.concat([around, Buffer.from(run, encoding), around]);
          expect(createTraceFinder(texts('Something short', text)).isIn(bytes)).toBe(true);
        },
      ),
    );
  });

  it('finds no run of fewer, nor words that were not forgotten', () => {
    const finder = createTraceFinder(texts(secret));
    expect(finder.isIn(Buffer.from(`#${secret.slice(10, 33)}#`))).toBe(false);
    expect(finder.isIn(Buffer.from('The telescope of the observatory stands behind a wall.'))).toBe(false);
    expect(createTraceFinder(noTraces).isIn(around)).toBe(false);
  });

  it('takes rows of dashes or blanks for nothing', () => {
    const finder = createTraceFinder(texts(`${'-'.repeat(60)} ${' '.repeat(60)}`));
    expect(finder.isIn(Buffer.from('-'.repeat(100)))).toBe(false);
    expect(finder.isIn(Buffer.from(' '.repeat(100)))).toBe(false);
  });

  it('finds lines as JSON writes them', () => {
    const text = 'First "line" here\nsecond one\nand a third "line"';
    expect(createTraceFinder(texts(text)).isIn(Buffer.from(JSON.stringify({ text })))).toBe(true);
  });

  it('finds a part of a vector of 64 bytes, and both of two searches joined', () => {
    const vector = Buffer.from(Float32Array.from({ length: 64 }, (_, index) => Math.sin(index + 1)).buffer);
    const joined = joinTraces(texts(secret), { ...noTraces, vectors: [vector] });
    const finder = createTraceFinder(joined);
    expect(finder.isIn(Buffer.concat([around, vector.subarray(52, 116), around]))).toBe(true);
    expect(finder.isIn(Buffer.concat([around, vector.subarray(52, 100), around]))).toBe(false);
    expect(finder.isIn(Buffer.from(secret))).toBe(true);
  });
});
