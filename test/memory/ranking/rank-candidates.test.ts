import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermReader } from '../../../src/main/memory/ranking/document-terms';
import { rankCandidates } from '../../../src/main/memory/ranking/rank-candidates';
import { readQuery } from '../../../src/main/memory/ranking/rank-query';
import { createTermCache } from '../../../src/main/memory/ranking/term-cache';
import { BUNDLED_WEIGHTS } from '../../../src/main/memory/ranking/weights/bundled';
import { GENERIC_WEIGHTS } from '../../../src/main/memory/ranking/weights/generic';
import { KEYWORD_ONLY_WEIGHTS } from '../../../src/main/memory/ranking/weights/keyword-only';
import { message, partOf, rank, seqOf, SPRING_DAY, wordsOf } from './documents';

const harbour = [
  message(1, 'Where did you moor the boat in the end?', { author: 'Ines' }),
  message(2, 'At the old quay behind the fish market.', { author: 'Olaf' }),
  message(3, 'Good. I baked two loaves of rye bread.', { author: 'Ines' }),
  message(4, 'Save me a slice of the bread!', { author: 'Olaf' }),
  message(5, 'My sister went to Bergen last Friday.', { author: 'Ines' }),
  message(6, 'How is her new job there?', { author: 'Olaf' }),
];
const idsOf = (ranked: readonly { readonly id: string }[]) => ranked.map((each) => each.id);

describe('what a ranking puts first', () => {
  it('puts the message with the words first, in whatever form', () => {
    expect(rank('Who bakes bread?', harbour)[0]?.id).toBe('m3');
    expect(rank('Who goes to Bergen?', harbour)[0]?.id).toBe('m5');
  });

  it('lifts the answer that follows a question with the words', () => {
    const ranked = rank('Where is the boat moored?', harbour);
    expect(idsOf(ranked).slice(0, 2).sort()).toEqual(['m1', 'm2']);
    expect(partOf(ranked, 'm2', 'neighbours')).toBeGreaterThan(partOf(ranked, 'm4', 'neighbours'));
  });

  it('goes less by what stands around a message where a judgement is asked for', () => {
    const flow = (question: string) => partOf(rank(question, harbour), 'm2', 'neighbours');
    expect(flow('Where would the boat moor?')).toBeCloseTo(flow('Where does the boat moor?') / 2, 5);
  });

  it('prefers what the named speaker said', () => {
    const ranked = rank('What did Olaf say about bread?', harbour);
    expect(partOf(ranked, 'm4', 'speaker')).toBeGreaterThan(0);
    expect(partOf(ranked, 'm3', 'speaker')).toBe(0);
    expect(ranked[0]?.id).toBe('m4');
  });

  it('prefers the side of the chat that "I" and "you" speak of where no author has a name', () => {
    const chat = [message(1, 'I love rye bread'), message(2, 'Rye bread keeps well')];
    expect(rank('Which bread do I love?', chat)[0]?.id).toBe('m1');
    expect(rank('What did you say about bread?', chat)[0]?.id).toBe('m2');
    expect(rank('How does your rye bread keep?', chat)[0]?.id).toBe('m2');
    const politely = rank('Can you tell something about rye bread?', chat);
    expect(politely.map(({ id }) => partOf(politely, id, 'speaker'))).toEqual([0, 0]);
  });

  it('finds a date that a message names against the day it was written', () => {
    const ranked = rank('Who travelled on 12 May 2023?', harbour);
    expect(partOf(ranked, 'm5', 'time')).toBe(KEYWORD_ONLY_WEIGHTS.namedDate);
    expect(partOf(ranked, 'm3', 'time')).toBe(0);
    expect(ranked[0]?.id).toBe('m5');
  });

  it('prefers messages written on the day asked for', () => {
    const later = message(1, 'We ate soup', {
      id: 'later',
      sessionId: 's2',
      createdAt: SPRING_DAY + 40 * 86_400_000,
    });
    const ranked = rank('What did we eat in June 2023?', [...harbour, later]);
    expect(partOf(ranked, 'later', 'time')).toBe(KEYWORD_ONLY_WEIGHTS.writtenDate);
  });

  it('prefers a message that holds the kind of answer asked for', () => {
    const chat = [message(1, 'The wedding was lovely'), message(5, 'The wedding was in Bergen')];
    expect(partOf(rank('Where was the wedding?', chat), 'm5', 'answer')).toBeGreaterThan(0);
    expect(rank('Where was the wedding?', chat)[0]?.id).toBe('m5');
    expect(partOf(rank('How was the wedding?', chat), 'm5', 'answer')).toBe(0);
  });

  it('lets other chats come up where several things are asked for', () => {
    const chats = [1, 2, 3, 4, 5, 6].map((position) =>
      message(position, `Kayak trip number ${String(position)}, a kayak trip`, {
        sessionId: 'a',
        id: `a${String(position)}`,
      }),
    );
    const elsewhere = message(3, 'One more kayak trip, far too long to be told of in a few words', {
      sessionId: 'b',
      id: 'b3',
    });
    const placeOf = (question: string) => idsOf(rank(question, [...chats, elsewhere])).indexOf('b3');
    expect(placeOf('Which kayak trips have I made?')).toBeLessThan(placeOf('How was the kayak trip?'));
  });

  it('lifts the messages of a chat that is about the matter', () => {
    const chats = [
      message(1, 'The kayak leaks', { id: 'a', sessionId: 'a' }),
      message(3, 'A kayak paddle broke', { id: 'b', sessionId: 'a' }),
      message(1, 'Nothing of note', { id: 'c', sessionId: 'b' }),
    ];
    const ranked = rank('kayak', chats);
    expect(partOf(ranked, 'a', 'session')).toBeGreaterThan(partOf(ranked, 'c', 'session'));
  });

  it('ranks Chinese, Japanese and Arabic by their words', () => {
    const many = [
      message(1, '我昨天在上海吃了小笼包'),
      message(5, '東京タワーへ行きました'),
      message(9, 'قرأت كتابا جديدا'),
    ];
    expect(rank('上海有什么好吃的', many)[0]?.id).toBe('m1');
    expect(rank('東京', many)[0]?.id).toBe('m5');
    expect(rank('كتاب كتابا', many)[0]?.id).toBe('m9');
  });
});

describe('what a ranking tells', () => {
  it('names the parts of every score, whose sum is the score', () => {
    for (const each of rank('When did the sister go to Bergen?', harbour, GENERIC_WEIGHTS)) {
      expect(each.parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(each.score, 10);
    }
  });

  it('tells the raw measures, and how much of the query a message holds', () => {
    const ranked = rank('rye bread', harbour);
    const best = ranked[0];
    expect(best).toMatchObject({ id: 'm3', coverage: 1, cosine: null });
    expect(best?.bm25).toBeGreaterThan(0);
    expect(ranked.find((each) => each.id === 'm6')).toMatchObject({ bm25: null, coverage: 0 });
  });

  it('takes words that are rare in the whole scope for more telling', () => {
    const documents = [message(1, 'apple'), message(9, 'pear')];
    const query = readQuery({ text: 'apple pear', askedAt: SPRING_DAY, authors: [] });
    const statistics = {
      documentCount: 1000,
      documentFrequency: new Map([
        ['appl', 900],
        ['pear', 2],
      ]),
    };
    const ranked = rankCandidates({ query, documents, statistics, weights: KEYWORD_ONLY_WEIGHTS });
    expect(ranked[0]?.seq).toBe(seqOf('m9'));
  });
});

describe('any input', () => {
  const word = fc.constantFrom(
    'boat',
    'bread',
    'went',
    'Ines',
    'last Friday',
    'May 2023',
    '上海',
    '?',
    'the',
    '2021',
    '😀',
  );
  const text = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme' }),
  );
  const documents = fc
    .uniqueArray(
      fc.record({
        position: fc.integer({ min: 1, max: 12 }),
        session: fc.constantFrom('s1', 's2', 's3'),
        author: fc.constantFrom(null, 'Ines', 'Olaf Berg'),
        cosine: fc.oneof(fc.constant(null), fc.double({ min: -1, max: 1, noNaN: true })),
        sentences: fc.option(
          fc.record({
            stating: fc.double({ min: -1, max: 1, noNaN: true }),
            any: fc.double({ min: -1, max: 1, noNaN: true }),
          }),
        ),
        createdAt: fc.integer({ min: 0, max: 2_000_000_000_000 }),
        text,
      }),
      { maxLength: 20, selector: (each) => `${each.session}-${each.position}` },
    )
    .map((all) =>
      all.map(({ session, position, text: words, ...rest }) =>
        message(position, words, { ...rest, sessionId: session, id: `${session}-${position}` }),
      ),
    );
  const weights = fc.constantFrom(BUNDLED_WEIGHTS, KEYWORD_ONLY_WEIGHTS, GENERIC_WEIGHTS);

  it('gives every document once with a finite score, the same in whatever order they come, cached or not', () => {
    const cache = createTermCache();
    const readTerms = createTermReader();
    fc.assert(
      fc.property(text, documents, weights, fc.nat(), (query, given, chosen, seed) => {
        const ranked = rank(query, given, chosen);
        expect(new Set(idsOf(ranked)).size).toBe(given.length);
        for (const each of ranked) expect(Number.isFinite(each.score)).toBe(true);
        const shuffled = given.toSorted(
          (a, b) => ((a.position * 31 + seed) % 7) - ((b.position * 31 + seed) % 7),
        );
        expect(rank(query, shuffled, chosen)).toEqual(ranked);
        for (const document of given) {
          cache.drop(document.seq);
          const read = wordsOf(readTerms(document));
          expect([wordsOf(cache.read(document)), wordsOf(cache.read(document))]).toEqual([read, read]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ranks an empty query by the other signs, and no documents to nothing', () => {
    expect(rank('', harbour)).toHaveLength(harbour.length);
    expect(rank('bread', [])).toEqual([]);
  });

  it('reads only the beginning of a text of a million characters', () => {
    const long = message(1, `boat ${'lorem ipsum '.repeat(90_000)}`);
    expect(rank('boat', [long])[0]?.bm25).toBeGreaterThan(0);
  });
});
