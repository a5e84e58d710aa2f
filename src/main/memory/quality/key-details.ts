import { splitWords } from '../text/split-words';
import { isStopWord } from '../text/stop-words';

/** A name, a date or a number of a text, and the terms that must stand where it is kept. */
export interface KeyDetail {
  readonly kind: 'name' | 'date' | 'number';
  /** As it is written. */
  readonly text: string;
  readonly terms: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const datePattern = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}-\d{2}\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?(?: of)? ${monthName}\b(?:,? \d{4}\b)?`,
    String.raw`\b${monthName} \d{1,2}(?:st|nd|rd|th)?\b(?:,? \d{4}\b)?`,
    String.raw`\b${monthName} \d{4}\b`,
  ].join('|'),
  'gu',
);
const numberPattern = /\p{L}*\d[\p{L}\d.,:/]*/gu;
/** A capital inside a sentence; one at its beginning says nothing. */
const namePattern = /(?<=[\p{L}\p{N},;:)]\s["'“‘(]?)\p{Lu}[\p{L}'’-]+/gu;

/** The names, dates and numbers of a text, each once. */
export function keyDetails(text: string): readonly KeyDetail[] {
  const details = new Map<string, KeyDetail>();
  const add = (kind: KeyDetail['kind'], written: string): void => {
    const terms = detailTerms(written);
    const key = terms.join(' ');
    if (key !== '' && !details.has(key)) details.set(key, { kind, text: written, terms });
  };
  const withoutDates = text.replaceAll(datePattern, (date) => {
    add('date', date);
    return ' ';
  });
  for (const [number] of withoutDates.matchAll(numberPattern)) add('number', number.replace(/[.,:/]+$/u, ''));
  for (const [name] of withoutDates.matchAll(namePattern)) {
    if (!isStopWord(name.toLowerCase())) add('name', name);
  }
  return [...details.values()];
}

/**
 * Folded words in which two spellings of a detail meet: "14 March" and "2026-03-14" share day and month, "4,200" is
 * "4200".
 */
export function detailTerms(text: string): readonly string[] {
  const plain = text
    .replaceAll(/\b(\d{4})-(\d{2})-(\d{2})\b/gu, (_, year: string, month: string, day: string) =>
      [String(Number(day)), months[Number(month) - 1] ?? month, year].join(' '),
    )
    .replaceAll(/(?<=\d),(?=\d{3}\b)/gu, '')
    .replaceAll(/\b(\d{1,2})(?:st|nd|rd|th)\b/gu, '$1');
  return splitWords(plain).flatMap((unit) =>
    unit.kind === 'word' ? [monthOf(unit.text)] : [unit.characters.join('')],
  );
}

function monthOf(word: string): string {
  return new RegExp(`^${monthName}$`, 'iu').test(word) ? word.slice(0, 3) : word;
}
