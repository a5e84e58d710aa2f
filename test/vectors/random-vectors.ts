import fc from 'fast-check';
import type { KeyedVector, VectorRows } from '../../src/main/vectors/vector-index';
import type { VectorHit } from '../../src/main/vectors/vector-hit';

/** A row of a key and a vector, with a place that no other key has. */
export function rowOf(key: number, vector: Float32Array): KeyedVector {
  return { key, seq: -key, start: Math.abs(key) % 7, vector };
}

/** Rows as an index is made with. */
export function columnsOf(rows: readonly KeyedVector[]): VectorRows {
  return {
    keys: Float64Array.from(rows, ({ key }) => key),
    seqs: Float64Array.from(rows, ({ seq }) => seq),
    starts: Float64Array.from(rows, ({ start }) => start),
    vectors: Float32Array.from(rows.flatMap(({ vector }) => Array.from(vector))),
  };
}

/** The hit that a row of {@link rowOf} makes. */
export function hitOf(key: number, score: number): VectorHit {
  return { key, seq: -key, start: Math.abs(key) % 7, score };
}

/** Vectors of one dimension with distinct keys; coarse numbers, so that equal scores occur. */
export function anyRows(dimension: number, maxLength: number): fc.Arbitrary<readonly KeyedVector[]> {
  return fc.uniqueArray(
    fc
      .tuple(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), anyVector(dimension))
      .map(([key, vector]) => rowOf(key, vector)),
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
    .map(({ key, vector }) =>
      hitOf(
        key,
        vector.reduce((sum, value, index) => sum + value * (query[index] ?? 0), 0),
      ),
    )
    .toSorted((left, right) => right.score - left.score || left.key - right.key)
    .slice(0, Math.max(0, k));
}
