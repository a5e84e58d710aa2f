import fc from 'fast-check';
import type { KeyedVector } from '../../src/main/vectors/vector-index';
import type { VectorHit } from '../../src/main/vectors/vector-hit';

/** Vectors of one dimension with distinct keys; coarse numbers, so that equal scores occur. */
export function anyRows(dimension: number, maxLength: number): fc.Arbitrary<readonly KeyedVector[]> {
  return fc.uniqueArray(
    fc.record({
      key: fc.integer({ min: -1_000, max: Number.MAX_SAFE_INTEGER }),
      vector: anyVector(dimension),
    }),
    { maxLength, selector: (row) => row.key },
  );
}

/** A vector of quarters from −2 to 2. */
export function anyVector(dimension: number): fc.Arbitrary<Float32Array> {
  return fc
    .array(fc.integer({ min: -8, max: 8 }), { minLength: dimension, maxLength: dimension })
    .map((quarters) => Float32Array.from(quarters, (quarter) => quarter / 4));
}

/** The best hits, found by sorting all. The numbers of {@link anyVector} make every sum exact. */
export function bruteForce(
  rows: readonly KeyedVector[],
  query: Float32Array,
  k: number,
): readonly VectorHit[] {
  return rows
    .map(({ key, vector }) => ({
      key,
      score: vector.reduce((sum, value, index) => sum + value * (query[index] ?? 0), 0),
    }))
    .toSorted((left, right) => right.score - left.score || left.key - right.key)
    .slice(0, Math.max(0, k));
}
