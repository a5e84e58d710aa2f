import { bigramsOf } from '../text/bigrams';
import { localDateOf, monthName } from '../text/calendar-date';
import { splitWords } from '../text/split-words';
import { stemOf } from '../text/stem';
import { createFormsReader } from '../text/word-forms';
import type { RankDocument } from './rank-document';

/** The words of a document as the scorer sees them; they never change. */
export interface DocumentTerms {
  /** Stems without stop words, in order and repeated; pairs of characters where a script has no spaces. */
  readonly terms: readonly string[];
  /** Author and date, which stand with every text but make no pairs with it. */
  readonly besideText: readonly string[];
  /** What compounds of the text may be made of; they count as words but not towards its length. */
  readonly parts: readonly string[];
  /** Words as written. */
  readonly wordCount: number;
}

/** Of longer texts only the beginning is scored, so that a few cannot hold up a recall. */
const MAX_CHARACTERS = 4_000;

/** Reads the terms of documents; each different word is stemmed once in the reader's life. */
export function createTermReader(): (document: RankDocument) => DocumentTerms {
  const read = createFormsReader();
  return (document) => {
    const units = splitWords(document.text.slice(0, MAX_CHARACTERS));
    const terms: string[] = [];
    const parts: string[] = [];
    read(units).forEach((forms, index) => {
      const unit = units[index];
      if (unit?.kind === 'unspaced') terms.push(...bigramsOf(unit.characters));
      else if (forms.term !== null) terms.push(forms.term);
      if (forms.parts.length > 0) parts.push(...forms.parts);
    });
    return { terms, parts, besideText: besideText(document), wordCount: units.length };
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
