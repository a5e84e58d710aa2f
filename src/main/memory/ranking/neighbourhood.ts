import type { RankDocument } from './rank-document';

/** For a document's index, the index of the one `offset` places further on its path; null where none is given. */
export type NeighbourOf = (index: number, offset: number) => number | null;

/**
 * Finds the neighbours of documents on their paths.
 *
 * @param documents Sorted by session, then position.
 */
export function createNeighbourhood(documents: readonly RankDocument[]): NeighbourOf {
  return (index, offset) => {
    const document = documents[index];
    if (document === undefined) return null;
    const wanted = document.position + offset;
    const step = offset < 0 ? -1 : 1;
    for (let at = index; ; at += step) {
      const other = documents[at];
      if (other?.sessionId !== document.sessionId) return null;
      if (other.position === wanted) return at;
      if ((other.position - wanted) * step > 0) return null;
    }
  };
}
