import type { TermReader } from './document-terms';
import type { RankDocument } from './rank-document';
import { termNumber } from './term-number';

/** What the keyword score needs of one document. */
export interface DocumentReading {
  /** How often each term or pair of the query occurs; 0 for most. Indexed like the query's features. */
  readonly occurrences: readonly number[];
  /** In terms, with the date and the author. */
  readonly length: number;
  /** Words as written. */
  readonly wordCount: number;
  /** Whether it asks anything, and whether it ends in a question. */
  readonly asks: boolean;
  readonly endsAsking: boolean;
}

/** Slots of a query's terms, by the last bits of their numbers. */
const SLOTS = 1_024;

/**
 * Makes a reader that counts the features of one query (terms, and pairs as `first second`) in documents.
 *
 * The document is its text, its author and its date. Pairs are adjacent but for stop words.
 */
export function createDocumentReader(
  features: readonly string[],
  read: TermReader,
): (document: RankDocument) => DocumentReading {
  const placeOf = createPlaces(features);
  const pairs = pairPlaces(features);
  const none = features.map(() => 0);
  return (document) => {
    const { numbers, from, besideFrom, end, length, wordCount, asks, endsAsking } = read(document);
    // Most documents hold none of the features, and share the list that says so.
    let occurrences = none;
    const count = (place: number): void => {
      if (place < 0) return;
      if (occurrences === none) occurrences = none.slice();
      occurrences[place] = (occurrences[place] ?? 0) + 1;
    };
    let previous = -1;
    for (let at = from; at < besideFrom; at += 1) {
      const place = placeOf(numbers[at] as number);
      count(place);
      if (previous >= 0 && place >= 0) count(pairs.get(previous * none.length + place) ?? -1);
      previous = place;
    }
    for (let at = besideFrom; at < end; at += 1) count(placeOf(numbers[at] as number));
    return { occurrences, length, wordCount, asks, endsAsking };
  };
}

/** Where a term, by its number, stands among the features; −1 where it does not. Most slots are empty, and most terms end there. */
function createPlaces(features: readonly string[]): (term: number) => number {
  const slots = Array.from({ length: SLOTS }, (): (readonly [number, number])[] | null => null);
  features.forEach((feature, place) => {
    if (feature.includes(' ')) return;
    const number = termNumber(feature);
    const slot = number & (SLOTS - 1);
    slots[slot] = [...(slots[slot] ?? []), [number, place]];
  });
  return (term) => {
    const held = slots[term & (SLOTS - 1)] ?? null;
    if (held === null) return -1;
    for (const [number, place] of held) if (number === term) return place;
    return -1;
  };
}

/** The places of pairs, by those of their two terms: `first * features + second`. */
function pairPlaces(features: readonly string[]): ReadonlyMap<number, number> {
  const places = new Map(features.map((feature, place) => [feature, place]));
  const pairs = features.flatMap((feature, place) => {
    const [first = '', second] = feature.split(' ');
    if (second === undefined) return [];
    const [before, after] = [places.get(first), places.get(second)];
    return before === undefined || after === undefined
      ? []
      : [[before * features.length + after, place] as const];
  });
  return new Map(pairs);
}
