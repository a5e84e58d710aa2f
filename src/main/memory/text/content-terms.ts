import { bigramsOf } from './bigrams';
import { splitWords } from './split-words';
import { termWeight } from './term-weight';
import { createFormsReader } from './word-forms';

/** A term to look for. */
export interface ContentTerm {
  readonly term: string;
  /** How much of a word it counts, 0–1. */
  readonly weight: number;
  /** Whether it is only what a word of the text may be made of. */
  readonly isPart: boolean;
}

/** A word that a longer one may be made of is a guess. */
const partWeight = 0.4;

/**
 * The terms of a text, in order and repeated: stems without stop words, pairs of unspaced characters, and what
 * compounds may be made of.
 */
export function readContentTerms(text: string): readonly ContentTerm[] {
  const units = splitWords(text);
  const forms = createFormsReader()(units);
  return units.flatMap((unit, index): readonly ContentTerm[] => {
    if (unit.kind === 'unspaced') {
      return bigramsOf(unit.characters).map((term) => ({ term, weight: termWeight(term), isPart: false }));
    }
    const { term, parts } = forms[index] ?? { term: null, parts: [] };
    if (term === null) return [];
    const guesses = parts.map((part) => ({ term: part, weight: partWeight, isPart: true }));
    return [{ term, weight: 1, isPart: false }, ...guesses];
  });
}

/** The terms themselves, without what words may be made of. */
export function contentTerms(text: string): readonly string[] {
  return readContentTerms(text).flatMap(({ term, isPart }) => (isPart ? [] : [term]));
}
