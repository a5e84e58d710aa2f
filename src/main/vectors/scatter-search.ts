import { checkVector, clampCount } from './check-vectors';
import { createTopHits } from './top-hits';
import { codeQuery } from './vector-codes';
import type { VectorIndex } from './vector-index';
import type { VectorHit } from './vector-hit';

/** Room is made for so many hits at most, before it is known how many vectors there are. */
const MOST_HITS = 100_000;

/**
 * Searches indexes of one user and merges their best: the `k` best of all, best first, equal scores by rising key, whatever
 * the order of the indexes; fewer where there are fewer, and never more than 100,000. Each index is asked for when the one before it
 * has been searched, so that not all need be in memory at a time. Throws RangeErrors where the query is none of their dimension.
 */
export function scatterSearch(
  indexes: Iterable<Pick<VectorIndex, 'offerHits'>>,
  query: Float32Array,
  k: number,
): readonly VectorHit[] {
  const top = createTopHits(clampCount(k, MOST_HITS));
  const asked = codeQuery(checkVector(query, query.length));
  for (const index of indexes) index.offerHits(asked, top);
  return top.hits();
}
