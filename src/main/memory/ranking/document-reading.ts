import type { TermReader } from './document-terms';
import type { RankDocument } from './rank-document';
import type { Vocabulary } from './vocabulary';

/** What the keyword score needs of one document. */
export interface DocumentReading {
  /** How often each term or pair of the query occurs; 0 for most. Indexed like the query's features. */
  readonly occurrences: readonly number[];
  /** In terms, with the date and the author. */
  readonly length: number;
  /** Words as written. */
  readonly wordCount: number;
}

/** More terms than a vocabulary ever has. */
const PAIR_STEP = 2 ** 26;

/**
 * Makes a reader that counts the features of one query (terms, and pairs as `first second`) in documents.
 *
 * The document is its text, its author and its date. Pairs are adjacent but for stop words.
 */
export function createDocumentReader(
  features: readonly string[],
  { vocabulary, read }: TermReader,
): (document: RankDocument) => DocumentReading {
  const { places, pairs } = placesOf(features, vocabulary);
  const none = features.map(() => 0);
  return (document) => {
    const { terms, others, length, wordCount } = read(document);
    const occurrences = none.slice();
    let previous = -1;
    for (const term of terms) {
      // Of a term that came into the vocabulary since, nothing was asked.
      const place = places[term] ?? -1;
      if (place >= 0) {
        count(occurrences, place);
        if (previous >= 0) count(occurrences, pairs.get(previous * PAIR_STEP + term) ?? -1);
      }
      previous = place < 0 ? -1 : term;
    }
    for (const term of others) count(occurrences, places[term] ?? -1);
    return { occurrences, length, wordCount };
  };
}

function count(occurrences: number[], place: number): void {
  if (place >= 0) occurrences[place] = (occurrences[place] ?? 0) + 1;
}

/** Where each term, by its number, and each pair stands among the features; −1 where it does not. */
function placesOf(
  features: readonly string[],
  vocabulary: Vocabulary,
): { readonly places: Int32Array; readonly pairs: ReadonlyMap<number, number> } {
  const pairs = new Map<number, number>();
  const terms = features.flatMap((feature, place) => {
    const [first = 0, second] = feature.split(' ').map(vocabulary.numberOf);
    if (second === undefined) return [[first, place] as const];
    pairs.set(first * PAIR_STEP + second, place);
    return [];
  });
  const places = new Int32Array(vocabulary.size).fill(-1);
  for (const [term, place] of terms) places[term] = place;
  return { places, pairs };
}
