import { isStopWord } from '../text/stop-words';
import { splitWords } from '../text/split-words';

/**
 * Twelve minimal hashes in bands of three: two texts whose sets of words overlap by 85 % (Jaccard) share a band with a
 * probability of 0.98, by 50 % of 0.41, by 20 % of 0.03 (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive
 * Datasets, 3.4).
 */
const bands = 4;
const rows = 3;
/** Of longer texts only the beginning is compared, as recall does. */
const maxCharacters = 4_000;
/** Texts of fewer words are alike by chance. */
const leastWords = 5;

/** The bands of a text's words; texts that share one are worth comparing. None for a text of hardly any words. */
export function wordBands(text: string): readonly string[] {
  const hashes = new Set<number>();
  for (const unit of splitWords(text.slice(0, maxCharacters))) {
    const words = unit.kind === 'word' ? [unit.text] : unit.characters;
    for (const word of words) if (!isStopWord(word)) hashes.add(fnv1a(word));
  }
  if (hashes.size < leastWords) return [];
  return Array.from({ length: bands }, (_, band) => {
    const minima = Array.from({ length: rows }, (__, row) => minimum(hashes, band * rows + row));
    return `${String(band)}:${minima.join(',')}`;
  });
}

/** The smallest of all hashes under one of the permutations. */
function minimum(hashes: ReadonlySet<number>, permutation: number): number {
  const seed = Math.imul(permutation + 1, 0x9e3779b1);
  let least = 0xffffffff;
  for (const hash of hashes) {
    const mixed = mix(hash ^ seed);
    if (mixed < least) least = mixed;
  }
  return least;
}

/** The finaliser of MurmurHash3 (Appleby): every bit of the input reaches every bit of the output. */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a, 32 bits, over UTF-16 units. */
function fnv1a(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
