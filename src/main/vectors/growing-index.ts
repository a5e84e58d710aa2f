import { createFlatIndex } from './flat-index';
import { compiledInnerProducts } from './inner-products';
import { createScanIndex } from './scan-index';
import type { VectorIndex, VectorRows } from './vector-index';

/**
 * Most vectors that are scanned; above it FAISS searches. Where the scan is compiled there is no such number.
 *
 * Measured, 512 numbers, two cores, ms a search of the 1,000 best (compiled scan | plain scan | FAISS): 200 vectors
 * 0.12 | 0.17 | 0.13 · 10,000 1.2 | 5.1 | 2.8 · 100,000 4.9 | 44 | 24. FAISS costs 0.1 ms an index before it has looked at a
 * vector, because a query crosses as an array of numbers.
 */
const SCAN_LIMIT = compiledInnerProducts === null ? 256 : Infinity;

/** An index that scans while that is the faster way and moves to FAISS, for good, once it has grown past it. */
export function createGrowingIndex(
  dimension: number,
  rows?: VectorRows,
  scanLimit = SCAN_LIMIT,
): VectorIndex {
  const isSmall = (rows?.keys.length ?? 0) <= scanLimit;
  let index = isSmall ? createScanIndex(dimension, rows) : createFlatIndex(dimension, rows);
  let isScan = isSmall;
  return {
    dimension,
    get size() {
      return index.size;
    },
    has: (key) => index.has(key),
    add(added) {
      if (isScan && index.size + added.length > scanLimit) {
        index = createFlatIndex(dimension, index.contents());
        isScan = false;
      }
      return index.add(added);
    },
    remove: (keys) => index.remove(keys),
    offerHits: (query, top) => {
      index.offerHits(query, top);
    },
    contents: () => index.contents(),
  };
}
