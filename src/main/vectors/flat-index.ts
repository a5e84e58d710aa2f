import { createChunkRows } from './chunk-rows';
import { faiss, type IndexFlatIP } from './faiss';
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
 * FAISS's own labels are row numbers that shift on removal, so the chunks lie in a table here and a removal builds the
 * index anew. Everything is checked first: FAISS's exceptions abort the process. To be used in one thread only.
 */
export function createFlatIndex(dimension: number, rows?: VectorRows): VectorIndex {
  checkDimension(dimension);
  let chunks = createChunkRows(rows === undefined ? undefined : checkRows(rows, dimension));
  let index = buildFaiss(dimension, rows?.vectors ?? new Float32Array(0));
  const contents = (): VectorRows => ({
    ...chunks.contents(),
    vectors: vectorsOfFaissBytes(index.toBuffer(), dimension, chunks.size),
  });
  const offerHits = (query: Float32Array, top: TopHits): void => {
    checkVector(query, dimension);
    const count = clampCount(top.limit, chunks.size);
    if (count === 0) return;
    const { labels, distances } = index.search(Array.from(query), count);
    labels.forEach((label, place) => {
      // A label below 0 is FAISS's padding.
      const hit = chunks.hitAt(label, distances[place] ?? -Infinity);
      if (hit !== null) top.offer(hit);
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
      const fresh = chunks.add(added);
      addToFaiss(index, fresh);
      return fresh.length;
    },
    remove(removed) {
      const rest = withoutKeys(contents(), new Set(removed), dimension);
      const gone = chunks.size - rest.keys.length;
      if (gone === 0) return 0;
      chunks = createChunkRows(rest);
      index = buildFaiss(dimension, rest.vectors);
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

function buildFaiss(dimension: number, vectors: Float32Array): IndexFlatIP {
  const { IndexFlatIP: Flat } = faiss();
  if (vectors.length > 0 && faissWritesExpectedBytes()) {
    return Flat.fromBuffer(faissBytes(dimension, vectors));
  }
  const index = new Flat(dimension);
  for (let start = 0; start < vectors.length; start += ADD_ROWS * dimension) {
    index.add(Array.from(vectors.subarray(start, start + ADD_ROWS * dimension)));
  }
  return index;
}

function addToFaiss(index: IndexFlatIP, rows: readonly KeyedVector[]): void {
  for (let start = 0; start < rows.length; start += ADD_ROWS) {
    const part = rows.slice(start, start + ADD_ROWS);
    index.add(part.flatMap(({ vector }) => Array.from(vector)));
  }
}
