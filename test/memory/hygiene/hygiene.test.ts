import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { echoShare } from '../../../src/main/memory/hygiene/echo-share';
import {
  createDuplicateGrouper,
  type ScannedMessage,
} from '../../../src/main/memory/hygiene/group-duplicates';
import { wordBands } from '../../../src/main/memory/hygiene/word-signature';
import { findDuplicates } from '../../../src/main/memory/recall/find-duplicates';
import type { MessageId } from '../../../src/shared/model/ids';

function group(messages: readonly ScannedMessage[]) {
  const byId = new Map(messages.map((message) => [message.id, message]));
  const grouper = createDuplicateGrouper(
    (a, b) => findDuplicates([a, b].map((id) => byId.get(id)!)).size > 0,
  );
  for (const message of messages) grouper.add(message);
  return { exact: grouper.exact(), near: grouper.near() };
}

function said(
  id: string,
  content: string,
  createdAt = 0,
  role: 'user' | 'assistant' = 'user',
): ScannedMessage {
  return { id: id as MessageId, role, content, createdAt };
}

describe('duplicates', () => {
  const pilot = 'The pilot boat leaves the old harbour every morning at seven';

  it('that agree but for case and blanks are one group, which keeps the oldest', () => {
    const { exact, near } = group([
      said('new', pilot, 3),
      said('old', `${pilot.toUpperCase()}  `, 1),
      said('mid', pilot.replaceAll(' ', '\n'), 2),
      said('other role', pilot, 0, 'assistant'),
    ]);
    expect(exact).toEqual([{ keeps: 'old', others: ['mid', 'new'] }]);
    expect(near).toEqual([]);
  });

  it('that differ in a word or two are near, but not where a number, name or date differs', () => {
    const many = `${pilot}, except on the second Sunday of a month when the crew rests and nobody sails`;
    const { exact, near } = group([
      said('a', many, 1),
      said('b', many.replace('leaves', 'departs'), 2),
      said('c', `${many} at 6:30`, 3),
    ]);
    expect(exact).toEqual([]);
    expect(near).toEqual([{ keeps: 'a', others: ['b'] }]);
  });

  it('are never short words that are said again for good reasons', () => {
    expect(group([said('a', 'Yes, please.'), said('b', 'Yes, please.')]).exact).toEqual([]);
  });

  it('are just those that comparing every pair finds', () => {
    const words = fc.array(fc.constantFrom('tide', 'harbour', 'pilot', 'boat'), {
      minLength: 6,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 25 }), (texts) => {
        const messages = texts.map((text, index) =>
          said(String(index).padStart(3, '0'), text.join(' '), index),
        );
        const extra = group(messages).exact.reduce((sum, { others }) => sum + others.length, 0);
        const long = messages.map(({ content }) => content).filter((text) => text.length >= 20);
        expect(extra).toBe(long.length - new Set(long).size);
      }),
    );
  });

  it('of texts that share nine words of ten share a band nearly always, unrelated ones hardly ever', () => {
    const vocabulary = Array.from({ length: 400 }, (_, index) => `word${String(index)}`);
    const text = (from: number) => vocabulary.slice(from, from + 20);
    let alike = 0;
    let apart = 0;
    for (let from = 0; from < 300; from += 1) {
      const bands = new Set(wordBands(text(from).join(' ')));
      const changed = [...text(from).slice(0, 19), `other${String(from)}`].join(' ');
      if (wordBands(changed).some((band) => bands.has(band))) alike += 1;
      if (wordBands(text(from + 60).join(' ')).some((band) => bands.has(band))) apart += 1;
    }
    expect(alike).toBeGreaterThan(285);
    expect(apart).toBeLessThan(15);
  });
});

describe('an echo', () => {
  const source =
    'Ana said that the lighthouse of Porto was painted blue in the summer of 1987 by her uncle Tomas.';

  it('is a reply that repeats what it was given, word for word', () => {
    expect(echoShare(`As you told me: ${source}`, source)).toBeGreaterThan(0.7);
  });

  it('is none where the words are its own, or too few to tell', () => {
    expect(
      echoShare('Her uncle did it, with a brush and much patience, while she held the ladder.', source),
    ).toBe(0);
    expect(echoShare('In the summer of 1987 by Tomas.', source)).toBe(0);
  });
});
