import { checkDimension, checkRow, checkRows, checkVector, clampCount } from './check-vectors';
import { innerProduct } from './inner-product';
import { createTopHits } from './top-hits';
import type { TopHits } from './top-hits';
import type { VectorIndex, VectorRows } from './vector-index';
import { withoutKeys } from './without-keys';

const noRows: VectorRows = { keys: new Float64Array(0), vectors: new Float32Array(0) };

/**
 * An index that compares the query with every vector in plain JavaScript.
 *
 * Made for small sessions: see {@link SCAN_LIMIT} for the figures.
 */
export function createScanIndex(dimension: number, rows: VectorRows = noRows): VectorIndex {
  checkDimension(dimension);
  let keys = Array.from(checkRows(rows, dimension).keys);
  const known = new Set(keys);
  /** Room for more rows than there are. */
  let vectors = rows.vectors.slice();
  const contents = (): VectorRows => ({
    keys: Float64Array.from(keys),
    vectors: vectors.slice(0, keys.length * dimension),
  });
  const offerHits = (query: Float32Array, top: TopHits): void => {
    checkVector(query, dimension);
    keys.forEach((key, row) => top.offer(key, innerProduct(vectors, row * dimension, query)));
  };
  return {
    dimension,
    get size() {
      return keys.length;
    },
    has: (key) => known.has(key),
    add(added) {
      for (const row of added) checkRow(row, dimension);
      const before = keys.length;
      vectors = withRoom(vectors, (before + added.length) * dimension);
      for (const { key, vector } of added) {
        if (known.has(key)) continue;
        vectors.set(vector, keys.length * dimension);
        keys.push(key);
        known.add(key);
      }
      return keys.length - before;
    },
    remove(removed) {
      const gone = new Set(removed);
      const before = keys.length;
      if (!keys.some((key) => gone.has(key))) return 0;
      const rest = withoutKeys(contents(), gone, dimension);
      vectors = rest.vectors.slice();
      keys = Array.from(rest.keys);
      for (const key of gone) known.delete(key);
      return before - keys.length;
    },
    search(query, k) {
      const top = createTopHits(clampCount(k, keys.length));
      offerHits(query, top);
      return top.hits();
    },
    offerHits,
    contents,
  };
}

/** The same numbers with room for at least `length`, growing by half, so that adding one by one stays cheap. */
function withRoom(numbers: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  if (length <= numbers.length) return numbers;
  const larger = new Float32Array(Math.max(length, Math.ceil(numbers.length * 1.5)));
  larger.set(numbers);
  return larger;
}
