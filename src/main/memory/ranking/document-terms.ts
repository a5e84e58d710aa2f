import { bigramsOf } from '../text/bigrams';
import { localDateOf, monthName } from '../text/calendar-date';
import { splitWords } from '../text/split-words';
import { stemOf } from '../text/stem';
import { createFormsReader } from '../text/word-forms';
import type { RankDocument } from './rank-document';
import { termNumber } from './term-number';

/** The words of a document as the scorer sees them, by their numbers (see {@link termNumber}); they never change. */
export interface DocumentTerms {
  /** Stems without stop words, in order and repeated; pairs of characters where a script has no spaces. */
  readonly terms: readonly number[];
  /** What makes no pairs with the text: author and date, and what compounds of the text may be made of. */
  readonly others: readonly number[];
  /** In terms, with author and date. */
  readonly length: number;
  /** Words as written. */
  readonly wordCount: number;
}

/** Of longer texts only the beginning is scored, so that a few cannot hold up a recall. */
const MAX_CHARACTERS = 4_000;

/** Reads the terms of documents. */
export type TermReader = (document: RankDocument) => DocumentTerms;

/** Makes a reader; each different word is stemmed once in its life. */
export function createTermReader(): TermReader {
  const forms = createFormsReader();
  return (document) => {
    const units = splitWords(document.text.slice(0, MAX_CHARACTERS));
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
      terms: terms.map(termNumber),
      others: [...beside, ...parts].map(termNumber),
      length: terms.length + beside.length,
      wordCount: units.length,
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
