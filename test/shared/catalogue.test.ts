import { describe, expect, it } from 'vitest';
import { catalogues } from '../../src/shared/catalogue/catalogue';

/** Every word and every way to make one, by its place. */
function leavesOf(part: unknown, place = ''): ReadonlyMap<string, unknown> {
  if (typeof part !== 'object' || part === null) return new Map([[place, part]]);
  return new Map(Object.entries(part).flatMap(([key, value]) => [...leavesOf(value, `${place}.${key}`)]));
}

const builtInVariables = ['{{date}}', '{{time}}', '{{user}}', '{{chat}}', '{{model}}'];

describe('the words of the second language', () => {
  const english = leavesOf(catalogues.en);
  const german = leavesOf(catalogues.de);

  it('stand in the same places, made of the same things', () => {
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [place, word] of german) {
      expect([place, typeof word]).toEqual([place, typeof english.get(place)]);
      if (typeof word === 'string' && english.get(place) !== '')
        expect([place, word]).not.toEqual([place, '']);
      // Whatever is filled in for English is filled in here.
      const made = english.get(place);
      if (typeof word === 'function' && typeof made === 'function')
        expect([place, word.length]).toEqual([place, made.length]);
    }
  });

  it('are not the English ones left as they were', () => {
    const sentences = [...english].filter(([, word]) => typeof word === 'string' && /\w \w+ \w/.test(word));
    // What a model or a terminal is told stays English.
    const left = sentences.filter(
      ([place, word]) => german.get(place) === word && !/^\.(?:tools\.told|headless)\./.test(place),
    );
    expect(left).toEqual([]);
  });

  it('name the variables that fill themselves as they are written', () => {
    for (const name of builtInVariables) expect(catalogues.de.presets.variables).toContain(name);
  });
});

describe('recall without an embedder', () => {
  it.each(Object.entries(catalogues))(
    'goes by words and what they mean, and is not called a search for keywords in %s',
    (_language, words) => {
      // A function says what its source says.
      const said = [...leavesOf(words)].map(([place, word]) => `${place}: ${String(word)}`);
      expect(said.filter((each) => /(?:by|per) (?:keyword|stichwort)|keyword alone/i.test(each))).toEqual([]);
    },
  );
});

describe('a range of messages', () => {
  it.each(Object.entries(catalogues))('of one message names that one, in %s', (_language, words) => {
    const { summaries, memory, thread, budgets, search } = words;
    const said = (from: number, to: number): readonly string[] => [
      summaries.wouldFold(from, to, 1) + summaries.wouldKeep(from, to),
      summaries.wouldRollBack('v1', from, to),
      summaries.range.would(from, to, '90', 2, 1) + summaries.range.leaves(from, to),
      memory.cutMessages(from, to),
      memory.range(from, to),
      thread.summaryDivider(from, to, 1),
      thread.peek.folded(from, to),
      budgets.sent(from, to) + budgets.now(from, to),
      search.summaryPlace(1, from, to),
    ];
    for (const one of said(7, 7)) {
      expect(one).toContain('7');
      expect(one).not.toMatch(/7–7|messages|they are|Nachrichten|sie sind/i);
    }
    for (const several of said(7, 9)) expect(several).toContain('7–9');
  });
});
