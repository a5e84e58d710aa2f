import { characterBoundary } from '../tokens/character-boundary';
import { foldText } from '../text/fold';
import { stemOf } from '../text/stem';

/** A quote of a long message shows about this much; what is asked for should lie within. UTF-16 units. */
const windowCharacters = 700;
/** How far above the first word that matches its sentence may begin. */
const lookBack = 160;
/** Of longer texts no more is read: more than any part of a file has. */
const maxScanned = 40_000;
const spaced = /[\p{L}\p{N}\p{M}]+/gu;
const sentenceEnd = /[.!?…。！？]["')\]»”’]*\s+|\n+/gu;

interface Match {
  readonly term: string;
  readonly at: number;
}

/**
 * Where in a long message a quote should begin for a query of these terms (stems, or pairs of characters): at the
 * sentence from which on the most of them stand close together; 0 where none does. For messages without a vector,
 * whose best chunk is not known.
 */
export function keywordFocus(text: string, terms: readonly string[]): number {
  const matches = findMatches(text.slice(0, maxScanned), terms);
  let best = 0;
  let focus: number | null = null;
  for (const [index, { at }] of matches.entries()) {
    const within = new Set<string>();
    for (const match of matches.slice(index)) {
      if (match.at >= at + windowCharacters) break;
      within.add(match.term);
    }
    if (within.size > best) {
      best = within.size;
      focus = at;
    }
  }
  return focus === null ? 0 : sentenceStart(text, focus);
}

/** In the order of the text. */
function findMatches(text: string, terms: readonly string[]): readonly Match[] {
  const wanted = new Set(terms);
  const matches: Match[] = [];
  for (const match of text.matchAll(spaced)) {
    const stem = stemOf(foldText(match[0]));
    if (wanted.has(stem)) matches.push({ term: stem, at: match.index });
    // A script without spaces is one long word here: its pairs are looked for within.
    else if (match[0].length > 2) matches.push(...within(match[0], match.index, terms));
  }
  return matches.toSorted((a, b) => a.at - b.at);
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;

function within(word: string, start: number, terms: readonly string[]): readonly Match[] {
  return terms.flatMap((term) => {
    const at = unspaced.test(term) ? word.indexOf(term) : -1;
    return at < 0 ? [] : [{ term, at: start + at }];
  });
}

function sentenceStart(text: string, place: number): number {
  const from = Math.max(0, place - lookBack);
  let start = from === 0 ? 0 : null;
  for (const match of text.slice(from, place).matchAll(sentenceEnd)) {
    start = from + match.index + match[0].length;
  }
  return start ?? characterBoundary(text, place);
}
