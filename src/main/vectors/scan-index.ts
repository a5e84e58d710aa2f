import { checkCoded } from './check-vectors';
import { CodedRows } from './coded-rows';
import { compiledInnerProducts, plainInnerProducts, type InnerProducts } from './inner-products';
import type { TopHits } from './top-hits';
import type { CodedQuery } from './vector-codes';
import type { VectorIndex, VectorRows } from './vector-index';

/** An index that compares the query with every vector. It takes the rows over: they are not copied. */
export function createScanIndex(
  dimension: number,
  given?: VectorRows,
  innerProducts: InnerProducts = compiledInnerProducts ?? plainInnerProducts,
): VectorIndex {
  const rows = new CodedRows(dimension, given);
  const offerHits = (query: CodedQuery, top: TopHits): void => {
    checkCoded(query, dimension);
    const { steps } = rows;
    const { step } = query;
    let { floor } = top;
    innerProducts(rows.codes, rows.size, query.codes, (first, sums) => {
      for (let place = 0; place < sums.length; place += 1) {
        // As precise as those of FAISS, so that what is equal is equal to both.
        const score = Math.fround((sums[place] as number) * (steps[first + place] as number) * step);
        if (score < floor) continue;
        rows.offer(top, first + place, score);
        ({ floor } = top);
      }
    });
  };
  return {
    dimension,
    get size() {
      return rows.size;
    },
    has: (key) => rows.has(key),
    add: (added) => rows.add(added),
    remove: (removed) => rows.remove(removed),
    offerHits,
    contents: () => rows.contents(),
  };
}
