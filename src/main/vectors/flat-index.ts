import { IndexFlatIP } from './faiss';
import { checkDimension, checkRow, checkRows, checkVector, clampCount } from './check-vectors';
import { faissBytes, faissWritesExpectedBytes, vectorsOfFaissBytes } from './faiss-bytes';
import { createTopHits } from './top-hits';
import type { TopHits } from './top-hits';
import type { KeyedVector, VectorIndex, VectorRows } from './vector-index';
import { withoutKeys } from './without-keys';

/** Vectors turned into an array of numbers at once. */
const ADD_ROWS = 256;

/**
 * An index over FAISS's `IndexFlatIP`, exact like {@link createScanIndex}.
 *
 * FAISS's own labels are row numbers that shift on removal, so the keys lie in a table here and a removal builds the
 * index anew. Everything is checked first: FAISS's exceptions abort the process. To be used in one thread only.
 */
export function createFlatIndex(dimension: number, rows?: VectorRows): VectorIndex {
  checkDimension(dimension);
  let keys = Array.from(rows === undefined ? [] : checkRows(rows, dimension).keys);
  const known = new Set(keys);
  let faiss = buildFaiss(dimension, rows?.vectors ?? new Float32Array(0));
  const contents = (): VectorRows => ({
    keys: Float64Array.from(keys),
    vectors: vectorsOfFaissBytes(faiss.toBuffer(), dimension, keys.length),
  });
  const offerHits = (query: Float32Array, top: TopHits): void => {
    checkVector(query, dimension);
    const count = clampCount(top.limit, keys.length);
    if (count === 0) return;
    const { labels, distances } = faiss.search(Array.from(query), count);
    labels.forEach((label, place) => {
      const key = keys[label];
      const score = distances[place];
      // A label below 0 is FAISS's padding.
      if (key !== undefined && score !== undefined) top.offer(key, score);
    });
  };
  return {
    dimension,
    get size() {
      return keys.length;
    },
    has: (key) => known.has(key),
    add(added) {
      for (const row of added) checkRow(row, dimension);
      const fresh = added.filter(({ key }) => {
        if (known.has(key)) return false;
        known.add(key);
        return true;
      });
      addToFaiss(faiss, fresh);
      for (const { key } of fresh) keys.push(key);
      return fresh.length;
    },
    remove(removed) {
      const gone = new Set(removed);
      const before = keys.length;
      if (!keys.some((key) => gone.has(key))) return 0;
      const rest = withoutKeys(contents(), gone, dimension);
      faiss = buildFaiss(dimension, rest.vectors);
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

function buildFaiss(dimension: number, vectors: Float32Array): IndexFlatIP {
  if (vectors.length > 0 && faissWritesExpectedBytes()) {
    return IndexFlatIP.fromBuffer(faissBytes(dimension, vectors));
  }
  const faiss = new IndexFlatIP(dimension);
  for (let start = 0; start < vectors.length; start += ADD_ROWS * dimension) {
    faiss.add(Array.from(vectors.subarray(start, start + ADD_ROWS * dimension)));
  }
  return faiss;
}

function addToFaiss(faiss: IndexFlatIP, rows: readonly KeyedVector[]): void {
  for (let start = 0; start < rows.length; start += ADD_ROWS) {
    const part = rows.slice(start, start + ADD_ROWS);
    faiss.add(part.flatMap(({ vector }) => Array.from(vector)));
  }
}
