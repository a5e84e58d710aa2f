import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  buildRecallQuery as buildTermsQuery,
  buildSearchQuery,
  recallTerms,
  tellingTerms,
  type QueryScope,
} from '../../../src/main/memory/text/fts-query';
import { contentTerms } from '../../../src/main/memory/text/content-terms';
import { splitWords } from '../../../src/main/memory/text/split-words';
import { ANNA, BERT, CHAT, createFullText, OTHER_CHAT } from './full-text';

const scope = { userId: ANNA, sessionId: null };
const buildRecallQuery = (text: string, asked: QueryScope) =>
  buildTermsQuery(tellingTerms(text, []), { ...asked, isOnlyUser: false });
let open: { readonly close: () => void }[] = [];

function fullText(rows: Parameters<typeof createFullText>[0]) {
  const created = createFullText(rows);
  open.push(created);
  return created;
}

afterEach(() => {
  for (const each of open) each.close();
  open = [];
});

/** Text as people and machines write it: many scripts, markup, emoji, lone surrogates, FTS5 syntax. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'NEAR(',
        '"',
        '*',
        '^',
        ':',
        '(',
        ')',
        'AND',
        'OR',
        'NOT',
        '-',
        '+',
        '{a b}:',
        "'",
        '\0',
        '😀',
        '\uD800',
        'went',
        'Straße',
        '東京',
        'タワー',
        '한국어',
        'ภาษาไทย',
        'مرحبا',
        'हिन्दी',
        "don't",
        'ﬁn',
        '\uE000',
        '3.5',
        ' ',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

describe('any text is a legal query', () => {
  it('never makes FTS5 refuse a recall query or a search query', () => {
    const index = fullText([{ content: 'a walk by the sea' }]);
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, one) => {
        const asked = { userId: ANNA, sessionId: one ? CHAT : null };
        index.find(buildRecallQuery(text, asked));
        index.find(buildSearchQuery(text, asked));
      }),
      { numRuns: 1000 },
    );
  });

  it('answers null where there is nothing to look for', () => {
    for (const text of ['', '   ', '"*^:()', '😀👍🏽', '\0']) {
      expect(buildSearchQuery(text, scope)).toBeNull();
      expect(buildRecallQuery(text, scope)).toBeNull();
    }
    expect(buildRecallQuery('who are you?', scope)).toBeNull();
  });

  it('keeps a query of 100 kB small and reads its end', () => {
    const long = `${'lorem ipsum dolor sit amet '.repeat(4000)}${Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ')} lighthouse`;
    const index = fullText([{ content: 'the lighthouse keeper' }]);
    expect(recallTerms(long).length).toBeLessThanOrEqual(64);
    expect(index.find(buildRecallQuery(long, scope))).toEqual([0]);
    expect(index.find(buildSearchQuery('x'.repeat(100_000), scope))).toEqual([]);
  });
});

describe('a query for any word of a text finds that text', () => {
  it('finds it by search, by a prefix of the word, and by recall', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, pick, cut) => {
        const words = text.split(/\s+/u).filter((word) => splitWords(word).length > 0);
        fc.pre(words.length > 0);
        const word = words[pick % words.length] ?? '';
        const index = createFullText([{ content: text }]);
        try {
          expect(index.find(buildSearchQuery(word, scope))).toEqual([0]);
          const recall = buildRecallQuery(word, scope);
          if (recall !== null) expect(index.find(recall)).toEqual([0]);
          const first = splitWords(word)[0];
          if (first?.kind === 'word' && /^[a-z]+$/.test(first.text)) {
            const prefix = first.text.slice(0, 1 + (cut % first.text.length));
            expect(index.find(buildSearchQuery(prefix, scope))).toEqual([0]);
          }
        } finally {
          index.close();
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [
      'Chinese words of two characters, and one alone',
      '我昨天在上海吃了小笼包。',
      ['上海', '小笼包', '包', '昨天', '。上海'],
    ],
    ['Japanese in three scripts', '東京タワーへ行きました', ['東京', 'タワー', '行き', 'た', 'ﾀﾜｰ']],
    ['Korean inside a word with its ending', '서울에서 친구를 만났다', ['서울', '친구', '났다']],
    ['Thai, vowel marks or not', 'วันนี้อากาศดีมาก', ['อากาศ', 'ดี']],
    ['Arabic with or without vowel marks', 'قرأتُ كِتَابًا جديدًا', ['كتابا', 'قرأت', 'جديدا']],
    [
      'German with and without its own letters',
      'Die Straße war völlig überflutet',
      ['strasse', 'STRASSE', 'vollig', 'Überflutet'],
    ],
    ['Hindi', 'मुझे हिन्दी पसंद है', ['हिन्दी', 'पसंद']],
    ['Greek in capitals', 'ο μεγάλος δρόμος', ['ΔΡΌΜΟΣ', 'μεγαλοσ']],
    ['French after an elision', "j'ai vu l'homme à l’école", ['homme', 'ecole', "l'homme"]],
    ['Latin and Chinese in one word', '我的iPhone手机坏了3月', ['iphone', '手机', '3', 'IPHONE手机']],
  ])('finds %s', (_, content, queries) => {
    const index = fullText([{ content }, { content: 'something else' }]);
    for (const query of queries) {
      expect(index.find(buildSearchQuery(query, scope)), query).toEqual([0]);
      expect(index.find(buildRecallQuery(query, scope)), query).toEqual([0]);
    }
  });

  it('reads each sentence in its own language, and one that tells of none as the whole text', () => {
    const mixed =
      'Can you help me with the fridge? Kwame hat getauscht und die Nummern bekommen.\nThanks for the boats!';
    const index = fullText([{ content: mixed }, { content: 'something else' }]);
    for (const query of ['die Nummer', 'ich bekomme nichts', 'boat', 'fridges']) {
      expect(index.find(buildRecallQuery(query, scope)), query).toEqual([0]);
    }
    expect(contentTerms('Ich habe neue Hunde. Hunde!')).toEqual(
      contentTerms('Ich habe neue Hunde und Hunde'),
    );
  });

  it('finds other forms of a word', () => {
    const index = fullText([{ content: 'We went camping and saw three mice' }]);
    for (const query of ['go', 'camped', 'camps', 'see', 'mouse']) {
      expect(index.find(buildRecallQuery(query, scope)), query).toEqual([0]);
    }
    expect(index.find(buildSearchQuery('camped mouse go', scope))).toEqual([0]);
  });

  it('finds a message by its date and author', () => {
    const index = fullText([{ content: 'hello', author: 'Zoë', createdAt: new Date(2021, 10, 3).getTime() }]);
    for (const query of ['November 2021', 'zoe', 'Zoë 3 nov']) {
      expect(index.find(buildSearchQuery(query, scope)), query).toEqual([0]);
    }
  });
});

describe('the scope of a query', () => {
  const rows = [
    { content: 'the red boat' },
    { content: 'the red boat', sessionId: OTHER_CHAT },
    { content: 'the red boat', userId: BERT },
  ];

  it('holds a query to one user, and to one session where asked', () => {
    const index = fullText(rows);
    expect(index.find(buildRecallQuery('boats', scope))).toEqual([0, 1]);
    expect(index.find(buildRecallQuery('boats', { userId: ANNA, sessionId: OTHER_CHAT }))).toEqual([1]);
    expect(index.find(buildSearchQuery('boa', { userId: BERT, sessionId: null }))).toEqual([2]);
  });

  it('cannot be named, begun or forged by what a user writes', () => {
    const id = BERT.replaceAll('-', '');
    const index = fullText([...rows, { content: `\uE000${id} \uE001${id} u${id}` }]);
    expect(index.find(buildSearchQuery('boat', { userId: BERT, sessionId: null }))).toEqual([2]);
    for (const prefix of ['0', '01', '0190', `\uE000${id}`]) {
      expect(index.find(buildSearchQuery(prefix, scope)), prefix).not.toContain(0);
    }
    expect(index.find(buildSearchQuery(`\uE000" OR "boat`, { userId: BERT, sessionId: CHAT }))).toEqual([]);
  });
});
