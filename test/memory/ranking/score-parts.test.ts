import { describe, expect, it } from 'vitest';
import { countAnswers } from '../../../src/main/memory/ranking/answer-score';
import { inverseDocumentFrequency, termSaturation } from '../../../src/main/memory/ranking/bm25';
import { createDocumentReader } from '../../../src/main/memory/ranking/document-reading';
import { createTermReader } from '../../../src/main/memory/ranking/document-terms';
import { withoutNames } from '../../../src/main/memory/ranking/named-speakers';
import { createNeighbourhood } from '../../../src/main/memory/ranking/neighbourhood';
import { shareOfBest, stretched } from '../../../src/main/memory/ranking/normalise';
import { questionNeeds } from '../../../src/main/memory/ranking/question-needs';
import { readQuery } from '../../../src/main/memory/ranking/rank-query';
import { sessionMeans } from '../../../src/main/memory/ranking/session-score';
import { createTermCache } from '../../../src/main/memory/ranking/term-cache';
import { stemOf } from '../../../src/main/memory/text/stem';
import { message, SPRING_DAY, wordsOf } from './documents';

describe('reading a query', () => {
  const read = (text: string, authors: readonly string[] = ['Ines', 'Olaf Berg']) =>
    readQuery({ text, askedAt: SPRING_DAY, authors });

  it('drops stop words and names, and pairs what stays', () => {
    const query = read("What did Ines's two sisters bake?");
    expect(query.terms).toEqual(['two', 'sister', 'bake']);
    expect(query.pairs).toEqual(['two sister', 'sister bake']);
    expect([...query.speakers.authors]).toEqual(['Ines']);
  });

  it('knows an author by any of his names, and keeps a name where it is all there is', () => {
    expect([...read('olaf?').speakers.authors]).toEqual(['Olaf Berg']);
    expect(read('Who is Olaf?').terms).toEqual(['olaf']);
  });

  it('sees whether it is asked when, and for which dates', () => {
    expect(read('When did it rain?').asksWhen).toBe(true);
    expect(read('In which month did it rain?').asksWhen).toBe(true);
    expect(read('Where did it rain?')).toMatchObject({ asksWhen: false, dates: [] });
    expect(read('What happened yesterday?').dates).toHaveLength(1);
  });

  it('stays small for a query of 100 kB', () => {
    const query = read(Array.from({ length: 20_000 }, (_, index) => `w${index}`).join(' '));
    expect(query.terms.length).toBeLessThanOrEqual(64);
  });
});

describe('what a question asks for', () => {
  const several = (question: string) => questionNeeds(question).several;
  const place = (question: string) => questionNeeds(question).place;
  const number = (question: string) => questionNeeds(question).number;
  const title = (question: string) => questionNeeds(question).title;

  it.each([
    'What towns has she visited?',
    'Which outdoor sports do I like?',
    'How many cats do we own?',
    'Where have we been?',
  ])('is several things: %s', (question) => expect(several(question)).toBe(true));

  it.each([
    'What did she bake?',
    "What is the boss's name?",
    'How long have you lived here?',
    'Which bus goes there?',
    'Where was it?',
  ])('is one thing: %s', (question) => expect(several(question)).toBe(false));

  it.each([
    ['Would she rather live by the sea?', true],
    ['What might Olaf think of it?', true],
    ['Is he likely to move?', true],
    ['Could you tell me where the boat is?', false],
    ['What would you recommend?', false],
    ['Where is the boat?', false],
  ])('is a judgement or none: %s', (question, is) => expect(questionNeeds(question).judgement).toBe(is));

  it('is a place, a number or a title', () => {
    expect([place('Where is it?'), place('Which city was it?'), place('When was it?')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([number('How old is he?'), number('How is he?')]).toEqual([true, false]);
    expect([title('Which film did we see?'), title('Whom did we see?')]).toEqual([true, false]);
    expect(countAnswers(questionNeeds('Where was the film shot?'), 'They shot “Dune” in Jordan')).toBe(2);
  });
});

describe('a question for the embedder', () => {
  it('goes without the names of those who speak, but never without all its words', () => {
    const authors = ['Ines', 'Mark Berg'];
    expect(withoutNames('What did Ines say of Mark’s boat?', authors)).toBe('What did say of boat?');
    expect(withoutNames('Who will mark it?', authors)).toBe('Who will mark it?');
    expect(withoutNames('Ines?', authors)).toBe('Ines?');
  });
});

describe('BM25', () => {
  it('values rare terms, repetition with less and less, and short texts', () => {
    const settings = { saturation: 0.9, lengthPenalty: 0.75, averageLength: 10 };
    expect(inverseDocumentFrequency(100, 1)).toBeGreaterThan(inverseDocumentFrequency(100, 50));
    expect(inverseDocumentFrequency(10, 20)).toBeGreaterThanOrEqual(0);
    expect(termSaturation(1, 10, settings)).toBeCloseTo(1, 10);
    expect(termSaturation(2, 10, settings)).toBeGreaterThan(termSaturation(1, 10, settings));
    expect(termSaturation(1, 40, settings)).toBeLessThan(termSaturation(1, 10, settings));
  });
});

describe('normalising', () => {
  it('shares out by the best and stretches over the whole range', () => {
    expect(shareOfBest([2, 4, 0])).toEqual([0.5, 1, 0]);
    expect(shareOfBest([0, 0])).toEqual([0, 0]);
    expect(stretched([-1, 1, 0])).toEqual([0, 1, 0.5]);
  });

  it('gives a missing or impossible score the mean of the others', () => {
    expect(stretched([0, null, 1, Number.NaN])).toEqual([0, 0.5, 1, 0.5]);
    expect(stretched([null, null])).toEqual([0, 0]);
    expect(stretched([0.4])).toEqual([0]);
  });
});

describe('reading documents', () => {
  it('counts words, pairs over stop words, author and date', () => {
    const read = createDocumentReader(['bread', 'rye bread', stemOf('ines'), '2023'], createTermReader());
    const reading = read(message(1, 'Rye of bread, breads.', { author: 'Ines' }));
    expect(reading.occurrences).toEqual([2, 0, 1, 1]);
    expect(reading.wordCount).toBe(4);
    const pairs = createDocumentReader(['rye', 'bread', 'rye bread'], createTermReader());
    expect(pairs(message(1, 'Rye of bread')).occurrences).toEqual([1, 1, 1]);
  });
});

describe('the cache of read documents', () => {
  it('remembers what it read until told to drop it, and then leaves nothing of it', () => {
    const cache = createTermCache();
    const first = message(1, 'bread and butter?');
    const fresh = wordsOf(createTermReader()(first));
    const known = cache.read(first);
    expect(wordsOf(known)).toEqual(fresh);
    const withoutText = { ...first, text: 'nothing of this is read' };
    expect(wordsOf(cache.read(withoutText))).toEqual(fresh);
    cache.drop(first.seq);
    expect(known.numbers.every((number) => number === 0)).toBe(true);
    expect(wordsOf(cache.read(withoutText))).not.toEqual(fresh);
    cache.drop(message(99, '').seq);
  });

  it('keeps to its room, drops what was read first, and reads it again', () => {
    const cache = createTermCache(65_536);
    const read = createTermReader();
    const text = (place: number): string =>
      Array.from({ length: 300 }, (_, word) => `w${String(place)}x${String(word)}`).join(' ');
    const all = Array.from({ length: 400 }, (_, place) =>
      message(place, `${text(place)}${'?'.repeat(place % 2)}`),
    );
    for (const document of all) cache.read(document);
    // Two blocks of 32,768 numbers, and what their messages take beside them.
    expect(cache.bytes).toBeLessThan(65_536 * 8 + 220 * 48);
    for (const document of all.toReversed()) {
      expect(wordsOf(cache.read(document))).toEqual(wordsOf(read(document)));
    }
    cache.drop(all[399]!.seq);
    cache.drop(all[0]!.seq);
    for (const document of all) expect(wordsOf(cache.read(document))).toEqual(wordsOf(read(document)));
  });

  it('reads without keeping what no block has room for', () => {
    const cache = createTermCache(10);
    const named = message(1, 'bread', { author: 'a long name '.repeat(11_000) });
    expect(wordsOf(cache.read(named))).toEqual(wordsOf(createTermReader()(named)));
    expect(wordsOf(cache.read(named))).toEqual(wordsOf(createTermReader()(named)));
  });
});

describe('neighbours', () => {
  const documents = [
    message(1, '', { id: 'a', sessionId: 'a' }),
    message(2, '', { id: 'b', sessionId: 'a' }),
    message(5, '', { id: 'c', sessionId: 'a' }),
    message(6, '', { id: 'd', sessionId: 'b' }),
  ];

  it('are told by position on the path of one session', () => {
    const neighbourOf = createNeighbourhood(documents);
    expect([neighbourOf(0, 1), neighbourOf(1, -1), neighbourOf(1, 3), neighbourOf(0, 0)]).toEqual([
      1, 0, 2, 0,
    ]);
    expect([neighbourOf(1, 1), neighbourOf(2, 1), neighbourOf(3, -1), neighbourOf(9, 1)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('of a session share the mean of its three best', () => {
    expect(sessionMeans([...documents, message(7, '', { sessionId: 'a' })], [3, 2, 1, 5, 0])).toEqual([
      2, 2, 2, 5, 2,
    ]);
  });
});
