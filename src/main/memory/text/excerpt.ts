import { once } from '../../../shared/once';
import { foldText } from './fold';
import { splitWords } from './split-words';
import { stemOf } from './stem';

/** Part of a text with the places in it that match a query. */
export interface Excerpt {
  readonly excerpt: string;
  /** [start, end) in UTF-16 units of the excerpt. */
  readonly marks: readonly (readonly [number, number])[];
}

const wordSegmenter = once(() => new Intl.Segmenter(undefined, { granularity: 'word' }));
const maxScanned = 20_000;

/** The words of a query as they are compared: folded, with their stems; the last one also as a beginning. */
function wanted(query: string): (word: string) => boolean {
  const units = splitWords(query.slice(0, 1_000));
  const words = units.map((unit) => (unit.kind === 'word' ? unit.text : unit.characters.join('')));
  const stems = new Set(words.map(stemOf));
  const last = words.at(-1) ?? '';
  return (word) => {
    const folded = foldText(word);
    if (folded === '') return false;
    return stems.has(stemOf(folded)) || (last !== '' && folded.startsWith(last));
  };
}

/**
 * The part of a text around the first match of a query, at most `length` characters, with every match in it
 * marked. Only the first 20,000 characters are read; without a match the beginning is returned unmarked.
 */
export function excerptAround(text: string, query: string, length: number): Excerpt {
  const flat = text.slice(0, maxScanned).replaceAll(/\s/gu, ' ');
  const matches = wanted(query);
  const found = [...wordSegmenter().segment(flat)]
    .filter((segment) => segment.isWordLike === true && matches(segment.segment))
    .map((segment) => [segment.index, segment.index + segment.segment.length] as const);
  const first = found[0]?.[0] ?? 0;
  const start = first < length / 2 ? 0 : wordStart(flat, first - Math.floor(length / 3));
  const head = start > 0 ? '…' : '';
  const body = flat.slice(start, start + length - 2);
  const cut = start + body.length < text.length;
  const whole = cut ? `${body.replace(/[\uD800-\uDBFF]$/u, '')}…` : body;
  const marks = found
    .filter(([from, to]) => from >= start && to <= start + body.length)
    .map(([from, to]) => [from - start + head.length, to - start + head.length] as const);
  return { excerpt: head + whole, marks };
}

/** The beginning of the word at or after a place. */
function wordStart(text: string, place: number): number {
  const space = text.indexOf(' ', place);
  return space === -1 ? place : space + 1;
}
