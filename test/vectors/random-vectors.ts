import fc from 'fast-check';
import { expect } from 'vitest';
import { codeLength, writeCodes } from '../../src/main/vectors/vector-codes';
import type { KeyedVector, VectorRows } from '../../src/main/vectors/vector-index';
import type { VectorHit } from '../../src/main/vectors/vector-hit';

/** A row of a key and a vector, with a place that no other key has. */
export function rowOf(key: number, vector: Float32Array): KeyedVector {
  return { key, seq: -key, start: Math.abs(key) % 7, vector };
}

/** Rows as an index is made with. */
export function columnsOf(rows: readonly KeyedVector[], dimension: number): VectorRows {
  const length = codeLength(dimension);
  const codes = new Int8Array(rows.length * length);
  return {
    steps: Float32Array.from(rows, ({ vector }, row) => writeCodes(vector, codes, row * length)),
    codes,
    keys: Float64Array.from(rows, ({ key }) => key),
    seqs: Float64Array.from(rows, ({ seq }) => seq),
    starts: Float64Array.from(rows, ({ start }) => start),
  };
}

/** The hit that a row of {@link rowOf} makes, with about this score. */
export function hitOf(key: number, score: number): VectorHit {
  return { key, seq: -key, start: Math.abs(key) % 7, score: expect.closeTo(score, 5) as number };
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

/** Checks that hits are the `k` best of the rows, best first, as exactly as eight bits a number allow. */
export function expectBest(
  hits: readonly VectorHit[],
  rows: readonly KeyedVector[],
  query: Float32Array,
  k: number,
): void {
  expect(hits).toHaveLength(Math.max(0, Math.min(k, rows.length)));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const found = new Set(hits.map(({ key }) => key));
  expect(found.size).toBe(hits.length);
  let previous = Infinity;
  for (const { key, seq, start, score } of hits) {
    const row = byKey.get(key);
    if (row === undefined) throw new Error(`No row has the key ${String(key)}`);
    expect([seq, start]).toEqual([row.seq, row.start]);
    expect(Math.abs(score - productOf(row.vector, query))).toBeLessThanOrEqual(slack(row.vector, query));
    expect(score).toBeLessThanOrEqual(previous);
    previous = score;
  }
  for (const { key, vector } of rows) {
    if (found.has(key) || hits.length === 0) continue;
    expect(productOf(vector, query)).toBeLessThanOrEqual(previous + slack(vector, query));
  }
}

function productOf(vector: Float32Array, query: Float32Array): number {
  return vector.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0);
}

/** Half a step of every number of the vector and of the query, and as much again for a step that is not just a 127th. */
function slack(vector: Float32Array, query: Float32Array): number {
  const largest = (numbers: Float32Array): number => Math.max(0, ...numbers.map(Math.abs));
  const all = (numbers: Float32Array): number => numbers.reduce((sum, value) => sum + Math.abs(value), 0);
  return 1e-5 + 1.01 * ((largest(vector) / 127) * all(query) + (largest(query) / 65_534) * all(vector));
}
