import { checkCoded, clampCount } from './check-vectors';
import { CodedRows } from './coded-rows';
import { faiss, type IndexFlatIP } from './faiss';
import { faissBytes, faissWritesExpectedBytes } from './faiss-bytes';
import type { TopHits } from './top-hits';
import { readCodes, type CodedQuery } from './vector-codes';
import type { VectorIndex, VectorRows } from './vector-index';

/** Vectors turned into an array of numbers at once. */
const ADD_ROWS = 256;

/**
 * An index over FAISS's `IndexFlatIP`, which holds what the codes of the vectors stand for, and finds what
 * {@link createScanIndex} does.
 *
 * FAISS's own labels are row numbers that shift on removal, so the chunks lie in a table here and a removal builds the
 * index anew. Everything is checked first: FAISS's exceptions abort the process. To be used in one thread only.
 */
export function createFlatIndex(dimension: number, given?: VectorRows): VectorIndex {
  const rows = new CodedRows(dimension, given);
  let index = buildFaiss(dimension, readCodes(rows, dimension, [0, rows.size]));
  const offerHits = (query: CodedQuery, top: TopHits): void => {
    checkCoded(query, dimension);
    const count = clampCount(top.limit, rows.size);
    if (count === 0) return;
    const { labels, distances } = index.search(Array.from(query.values), count);
    labels.forEach((label, place) => {
      // A label below 0 is FAISS's padding.
      rows.offer(top, label, distances[place] ?? -Infinity);
    });
  };
  return {
    dimension,
    get size() {
      return rows.size;
    },
    has: (key) => rows.has(key),
    add(added) {
      const before = rows.size;
      const count = rows.add(added);
      addToFaiss(index, readCodes(rows, dimension, [before, rows.size]), dimension);
      return count;
    },
    remove(removed) {
      const gone = rows.remove(removed);
      if (gone > 0) index = buildFaiss(dimension, readCodes(rows, dimension, [0, rows.size]));
      return gone;
    },
    offerHits,
    contents: () => rows.contents(),
  };
}

function buildFaiss(dimension: number, vectors: Float32Array): IndexFlatIP {
  const { IndexFlatIP: Flat } = faiss();
  if (vectors.length > 0 && faissWritesExpectedBytes()) {
    return Flat.fromBuffer(faissBytes(dimension, vectors));
  }
  const index = new Flat(dimension);
  addToFaiss(index, vectors, dimension);
  return index;
}

function addToFaiss(index: IndexFlatIP, vectors: Float32Array, dimension: number): void {
  for (let start = 0; start < vectors.length; start += ADD_ROWS * dimension) {
    index.add(Array.from(vectors.subarray(start, start + ADD_ROWS * dimension)));
  }
}
