import { foldText } from './fold';

/** A word between spaces, or a stretch of a script that writes no spaces between its words. */
export type TextUnit =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'unspaced'; readonly characters: readonly string[] };

/** Longer runs of letters are keys and encoded data; they are cut so that no token grows without limit. */
const MAX_WORD_LENGTH = 64;

/** A run of letters and digits, with the short tail of a contraction ("don't", "we're", "Anna's"). */
const WORD = /[\p{L}\p{N}]+(?:'\p{L}{1,2}(?![\p{L}\p{N}]))?/gu;

/** Scripts without spaces between words; the same words are found in them by pairs of characters. */
const UNSPACED_CLASS =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}';
const HAS_UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u');
const PARTS = new RegExp(`[${UNSPACED_CLASS}]+|[^${UNSPACED_CLASS}]+`, 'gu');

/** Whether a folded word is written without spaces around it. */
export function isUnspaced(word: string): boolean {
  return HAS_UNSPACED.test(word);
}

/**
 * Cuts a text into folded words, in order, without punctuation.
 *
 * A possessive loses its ending, a contraction its apostrophe ("don't" → "dont"); other apostrophes separate
 * ("l'homme" → "l", "homme"). How a word is cut depends on nothing beyond the spaces around it.
 */
export function splitWords(text: string): readonly TextUnit[] {
  const units: TextUnit[] = [];
  const folded = foldText(text);
  const words = folded.match(WORD) ?? [];
  if (HAS_UNSPACED.test(folded)) for (const raw of words) appendWord(units, bareWord(raw));
  else for (const raw of words) appendPieces(units, bareWord(raw));
  return units;
}

function bareWord(raw: string): string {
  if (!raw.includes("'")) return raw;
  return raw.endsWith("'s") ? raw.slice(0, -2) : raw.replace("'", '');
}

function appendWord(units: TextUnit[], word: string): void {
  for (const [part] of word.matchAll(PARTS)) {
    if (HAS_UNSPACED.test(part)) units.push({ kind: 'unspaced', characters: Array.from(part) });
    else appendPieces(units, part);
  }
}

function appendPieces(units: TextUnit[], word: string): void {
  if (word.length <= MAX_WORD_LENGTH) {
    units.push({ kind: 'word', text: word });
    return;
  }
  const characters = Array.from(word);
  for (let from = 0; from < characters.length; from += MAX_WORD_LENGTH) {
    units.push({ kind: 'word', text: characters.slice(from, from + MAX_WORD_LENGTH).join('') });
  }
}
