import { foldText } from './fold';

/** A word between spaces, or a stretch of a script that writes no spaces between its words; sentences count from 0. */
export type TextUnit =
  | { readonly kind: 'word'; readonly text: string; readonly sentence: number }
  | { readonly kind: 'unspaced'; readonly characters: readonly string[]; readonly sentence: number };

/** Longer runs of letters are keys and encoded data; they are cut so that no token grows without limit. */
const MAX_WORD_LENGTH = 64;

/** A run of letters and digits, with the short tail of a contraction ("don't", "we're", "Anna's"), or the end of a sentence. */
const WORD_OR_END = /[\p{L}\p{N}]+(?:'\p{L}{1,2}(?![\p{L}\p{N}]))?|[.!?](?=\s)|[。！？\n]/gu;
const END = /^[.!?。！？\n]$/u;

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
  const append = HAS_UNSPACED.test(folded) ? appendWord : appendPieces;
  let sentence = 0;
  for (const raw of folded.match(WORD_OR_END) ?? []) {
    if (raw.length === 1 && END.test(raw)) sentence += 1;
    else append(units, bareWord(raw), sentence);
  }
  return units;
}

function bareWord(raw: string): string {
  if (!raw.includes("'")) return raw;
  return raw.endsWith("'s") ? raw.slice(0, -2) : raw.replace("'", '');
}

function appendWord(units: TextUnit[], word: string, sentence: number): void {
  for (const [part] of word.matchAll(PARTS)) {
    if (HAS_UNSPACED.test(part)) units.push({ kind: 'unspaced', characters: Array.from(part), sentence });
    else appendPieces(units, part, sentence);
  }
}

function appendPieces(units: TextUnit[], word: string, sentence: number): void {
  if (word.length <= MAX_WORD_LENGTH) {
    units.push({ kind: 'word', text: word, sentence });
    return;
  }
  const characters = Array.from(word);
  for (let from = 0; from < characters.length; from += MAX_WORD_LENGTH) {
    units.push({ kind: 'word', text: characters.slice(from, from + MAX_WORD_LENGTH).join(''), sentence });
  }
}
