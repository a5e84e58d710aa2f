import { stemmer } from 'stemmer';
import { IRREGULAR_FORMS } from './irregular-forms';

/** Porter's rules are English; they must not touch digits or other alphabets. */
const STEMMABLE = /^[a-z]{3,32}$/;

/**
 * The stem under which the forms of an English word meet: irregular forms first (went → go), then Porter's
 * algorithm. Anything that is not an English word form is returned as it is.
 *
 * @param word A folded word, as `splitWords` gives it.
 */
export function stemOf(word: string): string {
  if (!STEMMABLE.test(word)) return word;
  return stemmer(IRREGULAR_FORMS.get(word) ?? word);
}

/** A `stemOf` that remembers its answers; keep it no longer than one text or one batch. */
export function createStemCache(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const stem = stemOf(word);
    known.set(word, stem);
    return stem;
  };
}
