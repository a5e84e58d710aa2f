import { clampCount } from './check-vectors';
import { createTopHits } from './top-hits';
import type { VectorIndex } from './vector-index';
import type { VectorHit } from './vector-hit';

/**
 * Searches many indexes of one user and merges their best: the `k` best of all, equal scores by rising key,
 * whatever the order of the indexes.
 */
export function scatterSearch(
  indexes: Iterable<Pick<VectorIndex, 'offerHits'>>,
  query: Float32Array,
  k: number,
): readonly VectorHit[] {
  const top = createTopHits(clampCount(k, Infinity));
  for (const index of indexes) index.offerHits(query, top);
  return top.hits();
}
