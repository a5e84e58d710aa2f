import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleMarks } from '../../../src/renderer/search/title-marks';

const marked = (title: string, query: string) =>
  titleMarks(title, query).map(([start, end]) => title.slice(start, end));

describe('the marks in a title', () => {
  it('stand where the words are, case and accents aside', () => {
    expect(marked('Café plans for Zoë', 'cafe ZOE')).toEqual(['Café', 'Zoë']);
    expect(marked('Cafe plans', 'café')).toEqual(['Cafe']);
  });

  it('stand at every place of a word, in order', () => {
    expect(titleMarks('plan a plan', 'plan')).toEqual([
      [0, 4],
      [7, 11],
    ]);
  });

  it('are one where words overlap or touch', () => {
    expect(marked('signature', 'sign gnat')).toEqual(['signat']);
    expect(marked('signature', 'sign ature')).toEqual(['signature']);
  });

  it('never cut a letter of two units', () => {
    expect(marked('a 🎈 party', '🎈')).toEqual(['🎈']);
  });

  it('are none without words', () => {
    expect(titleMarks('plans', '  ')).toEqual([]);
    expect(titleMarks('', 'plans')).toEqual([]);
  });

  it('lie in the title, in order and apart, whatever is searched', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(texts, texts, (title, query) => {
        let before = -1;
        for (const [start, end] of titleMarks(title, query)) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(title.length);
          before = end;
        }
      }),
    );
  });
});
