import type { DocumentTerms } from './document-terms';
import type { RankDocument } from './rank-document';

/** What the keyword score needs of one document. */
export interface DocumentReading {
  /** How often each term or pair of the query occurs; 0 for most. Indexed like the query's features. */
  readonly occurrences: readonly number[];
  /** In terms, with the date and the author. */
  readonly length: number;
  /** Words as written. */
  readonly wordCount: number;
}

/**
 * Makes a reader that counts the features of one query (terms, and pairs as `first second`) in documents.
 *
 * The document is its text, its author and its date. Pairs are adjacent but for stop words.
 */
export function createDocumentReader(
  features: readonly string[],
  readTerms: (document: RankDocument) => DocumentTerms,
): (document: RankDocument) => DocumentReading {
  const indexOf = new Map(features.map((feature, index) => [feature, index]));
  return (document) => {
    const { terms, parts, besideText, wordCount } = readTerms(document);
    const occurrences = features.map(() => 0);
    const count = (feature: string): boolean => {
      const index = indexOf.get(feature);
      if (index === undefined) return false;
      occurrences[index] = (occurrences[index] ?? 0) + 1;
      return true;
    };
    let previous: string | null = null;
    for (const term of terms) {
      const isAsked = count(term);
      if (isAsked && previous !== null) count(`${previous} ${term}`);
      previous = isAsked ? term : null;
    }
    for (const term of besideText) count(term);
    for (const part of parts) count(part);
    return { occurrences, length: terms.length + besideText.length, wordCount };
  };
}
