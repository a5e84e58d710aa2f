import { checkVector, clampCount } from './check-vectors';
import { createTopHits } from './top-hits';
import { codeQuery } from './vector-codes';
import type { VectorIndex } from './vector-index';
import type { VectorHit } from './vector-hit';

/**
 * Searches indexes of one user and merges their best: the `k` best of all, best first, equal scores by rising key, whatever
 * the order of the indexes; fewer where there are fewer. Throws RangeErrors where the query is none of their dimension.
 */
export function scatterSearch(
  indexes: readonly Pick<VectorIndex, 'offerHits' | 'size'>[],
  query: Float32Array,
  k: number,
): readonly VectorHit[] {
  const top = createTopHits(
    clampCount(
      k,
      indexes.reduce((sum, { size }) => sum + size, 0),
    ),
  );
  const asked = codeQuery(checkVector(query, query.length));
  for (const index of indexes) index.offerHits(asked, top);
  return top.hits();
}
