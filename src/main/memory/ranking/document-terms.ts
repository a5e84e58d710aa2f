import { bigramsOf } from '../text/bigrams';
import { localDateOf, monthName } from '../text/calendar-date';
import { splitWords } from '../text/split-words';
import { stemOf } from '../text/stem';
import { createFormsReader } from '../text/word-forms';
import type { RankDocument } from './rank-document';
import { termNumber } from './term-number';

/**
 * What the scorer reads of a document, which never changes. Its words stand in `numbers`, as {@link termNumber} has them:
 * from `from` on stems without stop words, in order and repeated, and pairs of characters where a script has no spaces;
 * from `besideFrom` on what makes no pairs with them: author and date, and what compounds of the text may be made of.
 */
export interface DocumentTerms {
  readonly numbers: Float64Array;
  readonly from: number;
  readonly besideFrom: number;
  /** Behind the last. */
  readonly end: number;
  /** In terms, with author and date. */
  readonly length: number;
  /** Words as written. */
  readonly wordCount: number;
  /** Whether it asks anything. */
  readonly asks: boolean;
  /** Whether it ends in a question. */
  readonly endsAsking: boolean;
}

/** Of longer texts only the beginning is scored, so that a few cannot hold up a recall. */
const MAX_CHARACTERS = 4_000;

/** Reads the terms of documents. */
export type TermReader = (document: RankDocument) => DocumentTerms;

/** Makes a reader; each different word is stemmed once in its life. */
export function createTermReader(): TermReader {
  const forms = createFormsReader();
  return (document) => {
    const { text } = document;
    const units = splitWords(text.slice(0, MAX_CHARACTERS));
    const terms: string[] = [];
    const parts: string[] = [];
    forms(units).forEach(({ term, parts: made }, index) => {
      const unit = units[index];
      if (unit?.kind === 'unspaced') terms.push(...bigramsOf(unit.characters));
      else if (term !== null) terms.push(term);
      if (made.length > 0) parts.push(...made);
    });
    const beside = besideText(document);
    return {
      numbers: Float64Array.from([...terms, ...beside, ...parts], termNumber),
      from: 0,
      besideFrom: terms.length,
      end: terms.length + beside.length + parts.length,
      length: terms.length + beside.length,
      wordCount: units.length,
      asks: /[?？؟]/.test(text),
      endsAsking: /[?？؟]\s*$/.test(text),
    };
  };
}

const monthStems = Array.from({ length: 12 }, (_, index) => stemOf(monthName(index + 1)));

function besideText(document: RankDocument): readonly string[] {
  const date = localDateOf(document.createdAt);
  const dateTerms =
    date === null ? [] : [String(date.day), monthStems[date.month - 1] ?? '', String(date.year)];
  if (document.author === null) return dateTerms;
  const author = splitWords(document.author).map((unit) =>
    unit.kind === 'word' ? stemOf(unit.text) : unit.characters.join(''),
  );
  return [...dateTerms, ...author];
}
