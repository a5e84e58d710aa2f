import { createFlatIndex } from './flat-index';
import { createScanIndex } from './scan-index';
import type { VectorIndex, VectorRows } from './vector-index';

/**
 * Most vectors that are scanned in plain JavaScript; above it FAISS searches.
 *
 * Measured, 512 numbers, 50 hits, two cores (FAISS | scan, ms a search): 10 vectors 0.2 | 0.01 · 100 0.3 | 0.2 ·
 * 200 0.37 | 0.40 · 500 0.6 | 1.0 · 1,000 0.9 | 1.1 · 10,000 7 | 10 · 50,000 32 | 47. FAISS costs 0.2 ms before it
 * has looked at a vector, because a query crosses as an array of numbers: 1,000 sessions of 10 vectors take it
 * 100 to 160 ms, the scan 10 to 17 ms.
 */
const SCAN_LIMIT = 256;

/** An index that scans while it is small and moves to FAISS, for good, once it has grown. */
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
    search: (query, k) => index.search(query, k),
    offerHits: (query, top) => index.offerHits(query, top),
    contents: () => index.contents(),
  };
}
