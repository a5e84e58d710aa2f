import { describe, expect, it } from 'vitest';
import { bigramsOf } from '../../../src/main/memory/text/bigrams';
import { contentTerms } from '../../../src/main/memory/text/content-terms';
import { foldText } from '../../../src/main/memory/text/fold';
import { splitWords } from '../../../src/main/memory/text/split-words';
import { stemOf } from '../../../src/main/memory/text/stem';
import { isStopWord } from '../../../src/main/memory/text/stop-words';

const wordsOf = (text: string) =>
  splitWords(text).map((unit) => (unit.kind === 'word' ? unit.text : unit.characters.join('·')));

describe('stems', () => {
  it.each([
    ['run', ['ran', 'running', 'runs']],
    ['go', ['went', 'gone', 'going', 'goes']],
    ['child', ['children', 'kids', 'kid']],
    ['paint', ['painted', 'painting', 'paints']],
    ['travel', ['travelled', 'traveling', 'travels']],
  ])('brings the forms of "%s" together', (base, forms) => {
    for (const form of forms) expect(stemOf(form), form).toBe(stemOf(base));
  });

  it('leaves figures, other alphabets and keys as they are', () => {
    for (const word of ['2023s', 'привет', 'covid19', 'x'.repeat(60), 'as']) expect(stemOf(word)).toBe(word);
  });
});

describe('words', () => {
  it('cuts contractions, possessives and elisions', () => {
    expect(wordsOf("Anna’s dog doesn't like l'eau; we're off")).toEqual([
      'anna',
      'dog',
      'doesnt',
      'like',
      'l',
      'eau',
      'were',
      'off',
    ]);
  });

  it('keeps scripts without spaces apart from words', () => {
    expect(wordsOf('我的iPhone手机')).toEqual(['我·的', 'iphone', '手·机']);
    expect(bigramsOf(['手', '机', '坏'])).toEqual(['手机', '机坏']);
    expect(bigramsOf(['手'])).toEqual(['手']);
  });

  it('cuts endless words', () => {
    for (const word of wordsOf(`${'a'.repeat(1000)}${'ß'.repeat(100)}`))
      expect(word.length).toBeLessThanOrEqual(64);
  });

  it('folds accents, marks, widths and ligatures, but not what makes another letter', () => {
    expect(foldText('ÀÉÎ ﬁsh Ｗｉｄｅ Straße İstanbul')).toBe('aei fish wide strasse istanbul');
    expect(foldText('が')).toBe('が');
    expect(foldText('か')).not.toBe(foldText('が'));
  });
});

it('keeps terms that say something', () => {
  expect(contentTerms('What did you do with the two bicycles in May?')).toEqual(['two', 'bike', 'mai']);
  expect(isStopWord('may')).toBe(false);
  expect(isStopWord('the')).toBe(true);
});
