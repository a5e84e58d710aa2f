import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, undercuts } from '../../eval/planted/baseline';
import { sharesContentWord } from '../../eval/planted/content-words';
import { generateConversation, plantedWithin, settledAt } from '../../eval/planted/generate';
import { isNewestFirst, outcomeOf } from '../../eval/planted/outcome';
import { reportOf } from '../../eval/planted/report';
import { runPlanted, type Asked } from '../../eval/planted/run-planted';
import { keepNothing } from '../../eval/parts';
import { messageId } from '../renderer/samples';
import { snapshotOf } from '../renderer/sample-snapshot';

const seed = fc.integer({ min: 0, max: 1_000_000 });

describe('a generated conversation, whatever its seed,', () => {
  it('plants facts of every kind and of several languages in its first turns, each with its words in its turn', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const { turns, facts } = generateConversation(one, 50);
        expect(turns).toHaveLength(50);
        const kinds = new Set(facts.map(({ template }) => template.kind));
        expect([...kinds].toSorted()).toEqual(['date', 'name', 'number', 'preference']);
        expect(new Set(facts.map(({ template }) => template.language)).size).toBeGreaterThanOrEqual(5);
        expect(new Set(facts.map(({ entity }) => entity)).size).toBe(facts.length);
        for (const { tellings } of facts) {
          expect(tellings[0]!.turn).toBeLessThanOrEqual(plantedWithin);
          for (const { turn, text, value } of tellings) {
            expect(text).toContain(value);
            expect(turns[turn - 1]!.user).toContain(text);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('asks at least 40 % of its questions without a content word of their fact', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const questions = generateConversation(one, 20).facts.flatMap(
          ({ tellings, literal, paraphrased, entity }) =>
            [literal, paraphrased].map((asked) =>
              tellings.some(({ text }) => sharesContentWord(text, asked, entity)),
            ),
        );
        const without = questions.filter((shares) => !shares).length;
        expect(without / questions.length).toBeGreaterThanOrEqual(0.4);
      }),
      { numRuns: 50 },
    );
  });

  it('says at least five other things of the same entity, and updates or contradicts some facts, before they are asked', () => {
    fc.assert(
      fc.property(seed, (one) => {
        const { turns, facts, distractors } = generateConversation(one, 50);
        for (const { id, entity } of facts) {
          const said = distractors.get(id)!;
          expect(new Set(said.map(({ text }) => text)).size).toBeGreaterThanOrEqual(5);
          for (const { turn, text } of said) {
            expect(text).toContain(entity);
            expect(turns[turn - 1]!.user).toContain(text);
          }
        }
        const updated = facts.filter(({ tellings }) => tellings.length > 1);
        expect(updated.length).toBeGreaterThanOrEqual(5);
        for (const { tellings } of updated) {
          const [old, newer] = tellings;
          expect(newer!.value).not.toBe(old!.value);
          expect(newer!.turn).toBeGreaterThan(old!.turn);
          expect(newer!.turn).toBeLessThanOrEqual(settledAt);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same for the same seed, and begins the same whatever its length', () => {
    const [short, long] = [generateConversation(7, 50), generateConversation(7, 80)];
    expect(long.turns.slice(0, 50)).toEqual(short.turns);
    expect(generateConversation(8, 50)).not.toEqual(short);
  });
});

describe('where a fact was', () => {
  const fact = { value: '4471', newest: messageId(9), older: [messageId(3)] };
  const block = (kind: 'recalled' | 'buffer' | 'summary', ids: readonly number[], text: string) => ({
    kind,
    text,
    sources: ids.map(messageId),
    windows: ids.map(() => null),
  });

  it('is the context when its newest source is sent with the value in it', () => {
    expect(outcomeOf(snapshotOf([block('buffer', [9], 'It is 4471.')]), fact)).toBe('inContext');
    expect(outcomeOf(snapshotOf([block('recalled', [9, 3], '> It is 4471.')]), fact)).toBe('inContext');
    expect(outcomeOf(snapshotOf([block('buffer', [8], 'It is 4471.')]), fact)).toBe('lost');
    expect(outcomeOf(snapshotOf([block('recalled', [9], '> cut off …')]), fact)).toBe('lost');
  });

  it('is not the context when an old value outranks the new one', () => {
    const outranked = snapshotOf([block('recalled', [3, 9], '> It is 9032.\n\n> It is 4471.')]);
    expect(outcomeOf(outranked, fact)).toBe('lost');
    expect(isNewestFirst(outranked, fact)).toBe(false);
    expect(isNewestFirst(snapshotOf([block('recalled', [9, 3], '4471')]), fact)).toBe(true);
    expect(isNewestFirst(snapshotOf([block('recalled', [1], '')]), fact)).toBeNull();
  });

  it('is the summary when only that holds the value', () => {
    expect(outcomeOf(snapshotOf([block('summary', [], 'The code is 4471.')]), fact)).toBe('inSummary');
  });
});

describe('the report', () => {
  const asked = (kind: Asked['kind'], outcome: Asked['outcome']): Asked => ({
    strategy: 'hybrid',
    tier: 'standard',
    embedder: 'keyword',
    turn: 50,
    kind,
    outcome,
    tokens: 100,
    newestFirst: null,
  });

  it('keeps literal and paraphrased questions apart, and its three shares add to 1', () => {
    const run = [
      asked('literal', 'inContext'),
      asked('literal', 'inSummary'),
      asked('paraphrased', 'lost'),
      asked('paraphrased', 'inContext'),
    ];
    const { results } = reportOf({ asked: run, answers: [], everything: new Map([[50, 1_000]]) }, 1);
    const byKind = Object.fromEntries(results.map((row) => [row.kind, row]));
    expect(byKind['literal']).toMatchObject({ inContext: 0.5, inSummary: 0.5, lost: 0, tokensPerTurn: 100 });
    expect(byKind['paraphrased']).toMatchObject({ inContext: 0.5, inSummary: 0, lost: 0.5 });
    expect(byKind['all']).toMatchObject({ inContext: 0.5, inSummary: 0.25, lost: 0.25 });
  });

  it('is held against a baseline: what falls is named, what rises is not', () => {
    const good = reportOf({ answers: [], asked: [asked('literal', 'inContext')], everything: new Map() }, 1);
    const bad = reportOf({ answers: [], asked: [asked('literal', 'lost')], everything: new Map() }, 1);
    const summed = reportOf(
      { answers: [], asked: [asked('literal', 'inSummary')], everything: new Map() },
      1,
    );
    expect(undercuts(good, good)).toEqual([]);
    expect(undercuts(bad, good)).toEqual([]);
    const name = 'hybrid, standard, keyword, turn 50';
    expect(undercuts(good, bad)).toEqual(
      ['literal', 'all'].flatMap((kind) => [
        `${name}, ${kind}, in context: 1.000 → 0.000`,
        `${name}, ${kind}, in context or summary: 1.000 → 0.000`,
      ]),
    );
    expect(undercuts(good, summed).every((line) => line.includes('in context: 1.000 → 0.000'))).toBe(true);
    expect(undercuts(good, summed)).toHaveLength(2);
    expect(undercuts(good, { ...good, results: [] })).toHaveLength(4);
    expect(differences(good, bad)).toHaveLength(4);
    expect(differences(good, good)).toEqual([]);
    expect(differences(null, good)[0]).toContain('new → 1.000');
  });
});

describe('a run', () => {
  it(
    'asks every strategy on a real chat, by keyword here, and leaves nothing of the questions',
    { timeout: 120_000 },
    async () => {
      const run = await runPlanted({
        seed: 3,
        turns: [30],
        embedder: null,
        tiers: ['free'],
        openParts: keepNothing,
      });
      const { results, everything } = reportOf(run, 3);
      expect(results).toHaveLength(5 * 3);
      for (const { inContext, inSummary, lost } of results)
        expect(inContext + inSummary + lost).toBeCloseTo(1, 9);
      expect(everything['30']).toBeGreaterThan(1_000);
      const plain = results.find(({ strategy, kind }) => strategy === 'buffer' && kind === 'all')!;
      const hybrid = results.find(({ strategy, kind }) => strategy === 'hybrid' && kind === 'all')!;
      expect(hybrid.inContext + hybrid.inSummary).toBeGreaterThan(plain.inContext);
    },
  );
});
