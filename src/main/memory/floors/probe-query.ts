import { isStopWord } from '../text/stop-words';
import { splitWords } from '../text/split-words';

/** A query of more words is none a person would ask. */
const mostWords = 8;
const leastWords = 3;
/** Characters of an unspaced stretch that are kept. */
const unspacedCharacters = 4;

/**
 * A query that a message answers: half of its telling words, in their order, eight at most; null where it has too few.
 *
 * @param random in [0, 1); the same numbers make the same query
 */
export function probeQuery(text: string, random: () => number): string | null {
  const words = splitWords(text).flatMap((unit) => {
    if (unit.kind === 'unspaced') return [unit.characters.slice(0, unspacedCharacters).join('')];
    return isStopWord(unit.text) ? [] : [unit.text];
  });
  if (words.length < 2 * leastWords) return null;
  const wanted = Math.min(mostWords, Math.round(words.length / 2));
  const drawn = words
    .map((_, index) => ({ index, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, wanted)
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  return drawn.map((index) => words[index] ?? '').join(' ');
}
