import { splitSentences } from '../text/split-sentences';
import { missingPhrasings, noLack } from './missing-phrases';
import { ownWords } from './own-words';

/** Sentences at the start in which a reply says what it lacks; further on it is a caveat of an answer. */
const opening = 2;
const longest = 1_200;

/**
 * The sentence in which a reply says that information is missing; null where it says no such thing.
 *
 * Looks at the first two sentences of the reply's own words: a good answer may lack something by the way, further
 * down, and code or quotes may speak of lack without lacking anything.
 */
export function saysMissing(reply: string): string | null {
  const sentences = splitSentences(ownWords(reply)).filter((sentence) => /[\p{L}]/u.test(sentence));
  for (const sentence of sentences.slice(0, opening)) {
    const lower = sentence.slice(0, longest).toLowerCase();
    if (noLack.some((pattern) => pattern.test(lower))) continue;
    if (missingPhrasings.some(({ pattern }) => pattern.test(lower))) return sentence;
  }
  return null;
}
