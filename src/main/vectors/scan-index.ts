import { createChunkRows } from './chunk-rows';
import { checkDimension, checkRow, checkRows, checkVector, clampCount } from './check-vectors';
import { compiledInnerProducts, plainInnerProducts, type InnerProducts } from './inner-products';
import { createTopHits } from './top-hits';
import type { TopHits } from './top-hits';
import type { VectorIndex, VectorRows } from './vector-index';
import { withoutKeys } from './without-keys';

/** An index that compares the query with every vector. It takes the rows over: they are not copied. */
export function createScanIndex(
  dimension: number,
  rows?: VectorRows,
  innerProducts: InnerProducts = compiledInnerProducts ?? plainInnerProducts,
): VectorIndex {
  checkDimension(dimension);
  let chunks = createChunkRows(rows === undefined ? undefined : checkRows(rows, dimension));
  /** Room for more rows than there are. */
  let vectors = rows?.vectors ?? new Float32Array(0);
  const contents = (): VectorRows => ({
    ...chunks.contents(),
    vectors: vectors.slice(0, chunks.size * dimension),
  });
  const offerHits = (query: Float32Array, top: TopHits): void => {
    checkVector(query, dimension);
    innerProducts(vectors, chunks.size, query, (first, scores) => {
      for (let place = 0; place < scores.length; place += 1) {
        const score = scores[place] ?? -Infinity;
        const hit = score < top.floor ? null : chunks.hitAt(first + place, score);
        if (hit !== null) top.offer(hit);
      }
    });
  };
  return {
    dimension,
    get size() {
      return chunks.size;
    },
    has: (key) => chunks.has(key),
    add(added) {
      for (const row of added) checkRow(row, dimension);
      const before = chunks.size;
      vectors = withRoom(vectors, (before + added.length) * dimension);
      const fresh = chunks.add(added);
      fresh.forEach(({ vector }, place) => {
        vectors.set(vector, (before + place) * dimension);
      });
      return fresh.length;
    },
    remove(removed) {
      const rest = withoutKeys(contents(), new Set(removed), dimension);
      const gone = chunks.size - rest.keys.length;
      if (gone === 0) return 0;
      chunks = createChunkRows(rest);
      vectors = rest.vectors;
      return gone;
    },
    search(query, k) {
      const top = createTopHits(clampCount(k, chunks.size));
      offerHits(query, top);
      return top.hits();
    },
    offerHits,
    contents,
  };
}

/** The same numbers with room for at least `length`, growing by half, so that adding one by one stays cheap. */
function withRoom(numbers: Float32Array, length: number): Float32Array {
  if (length <= numbers.length) return numbers;
  const larger = new Float32Array(Math.max(length, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}
