import { bigramsOf } from '../text/bigrams';
import { localDateOf, monthName } from '../text/calendar-date';
import { splitWords } from '../text/split-words';
import { stemOf } from '../text/stem';
import { isStopWord } from '../text/stop-words';
import type { RankDocument } from './rank-document';

/** The words of a document as the scorer sees them; they never change. */
export interface DocumentTerms {
  /** Stems without stop words, in order and repeated; pairs of characters where a script has no spaces. */
  readonly terms: readonly string[];
  /** Author and date, which stand with every text but make no pairs with it. */
  readonly besideText: readonly string[];
  /** Words as written. */
  readonly wordCount: number;
}

/** Of longer texts only the beginning is scored, so that a few cannot hold up a recall. */
const MAX_CHARACTERS = 4_000;
/** Different words remembered between texts; beyond it the memory starts anew. */
const MAX_KNOWN_WORDS = 50_000;

/** Reads the terms of documents; each different word is stemmed once in the reader's life. */
export function createTermReader(): (document: RankDocument) => DocumentTerms {
  const known = new Map<string, string | null>();
  return (document) => {
    if (known.size > MAX_KNOWN_WORDS) known.clear();
    const units = splitWords(document.text.slice(0, MAX_CHARACTERS));
    const terms: string[] = [];
    for (const unit of units) {
      if (unit.kind === 'unspaced') terms.push(...bigramsOf(unit.characters));
      else {
        const term = termOf(unit.text, known);
        if (term !== null) terms.push(term);
      }
    }
    return { terms, besideText: besideText(document), wordCount: units.length };
  };
}

/** The stem of a word, or null for a stop word. */
function termOf(word: string, known: Map<string, string | null>): string | null {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const term = isStopWord(word) ? null : stemOf(word);
  known.set(word, term);
  return term;
}

function besideText(document: RankDocument): readonly string[] {
  const date = localDateOf(document.createdAt);
  const dateTerms = date === null ? [] : [String(date.day), stemOf(monthName(date.month)), String(date.year)];
  const author = splitWords(document.author ?? '').map((unit) =>
    unit.kind === 'word' ? stemOf(unit.text) : unit.characters.join(''),
  );
  return [...dateTerms, ...author];
}
