import { beforeAll, describe, expect, it } from 'vitest';
import { loadWordVectors } from '../../../src/main/engine/load-word-vectors';
import { createWordVectors, type WordVectors } from '../../../src/main/memory/ranking/word-vectors';

/** Three words in a plane: `warm` and `hot` the same way, `ledger` across; `hot` counts half. */
const table = {
  dimension: 2,
  words: ['warm', 'hot', 'ledger'],
  weights: Uint8Array.from([200, 100, 200]),
  codes: Int8Array.from([100, 0, 100, 0, 0, 100]),
};

describe('word vectors', () => {
  const vectors = createWordVectors(table);

  it('add up to a unit vector, each word by its weight', () => {
    expect([...vectors.of('warm')!]).toEqual([1, 0]);
    const both = vectors.of('A hot ledger')!;
    expect(Math.hypot(...both)).toBeCloseTo(1, 6);
    expect(both[1]! / both[0]!).toBeCloseTo(2, 6);
  });

  it('say nothing of a text of which less than half the telling words are known', () => {
    expect(vectors.of('')).toBeNull();
    expect(vectors.of('What is it?')).toBeNull();
    expect(vectors.of('zemmel warm')).not.toBeNull();
    expect(vectors.of('zemmel quorbel warm')).toBeNull();
    expect(vectors.of('温かい')).toBeNull();
  });

  it('read of a long text its beginning', () => {
    expect([...vectors.of(`warm ${' '.repeat(4_000)} ledger`)!]).toEqual([1, 0]);
  });

  it('are refused where a part of the table is missing', () => {
    expect(() => createWordVectors({ ...table, codes: table.codes.slice(1) })).toThrow(RangeError);
    expect(() => createWordVectors({ ...table, weights: table.weights.slice(1) })).toThrow(RangeError);
  });
});

describe('the word vectors that come with the program', () => {
  let vectors: WordVectors;
  beforeAll(async () => {
    vectors = await loadWordVectors();
  });
  const near = (left: string, right: string) =>
    vectors.of(left)!.reduce((sum, value, at) => sum + value * vectors.of(right)![at]!, 0);

  it.each([
    ['Which instruments do you play?', 'I practised the violin and the cello.', 'The invoice was paid late.'],
    ['Where did they travel?', 'We flew to Lisbon for a holiday.', 'My sister teaches chemistry.'],
    ['What pets does she have?', 'Her two cats and the dog sleep here.', 'The train was late again.'],
  ])('bring what answers %s nearer than what does not', (question, answer, other) => {
    expect(near(question, answer)).toBeGreaterThan(near(question, other) + 0.2);
  });

  it.each([
    'Wann war die Hand von Anna wieder gesund?',
    '¿Dónde está la casa de mi madre?',
    'Où habite la sœur de Paul ?',
    'Dove vive la sorella di Paolo?',
    'Waar woont de zus van Jan?',
    'Onde mora a irmã do João?',
    'Welk instrument speelt Maria?',
  ])('say nothing of %s, though many of its words look like English ones', (text) => {
    expect(vectors.of(text)).toBeNull();
  });

  it.each([
    'Did I go to La Paz?',
    'Where is the casa de Paolo?',
    'As I do no sport, is a walk on a Sunday fine?',
  ])('tell what %s means in spite of words that other languages have too', (text) => {
    expect(vectors.of(text)).not.toBeNull();
  });
});
