import type { TopHits } from './top-hits';
import type { CodedQuery } from './vector-codes';

/** A vector under the key of its chunk, and where the chunk is cut from: none of it ever changes. */
export interface KeyedVector {
  /** A safe integer, unique over all sessions: the chunk's row id. */
  readonly key: number;
  /** Row number of the chunk's message, a safe integer. */
  readonly seq: number;
  /** Where in the message the chunk begins, in UTF-16 units. */
  readonly start: number;
  readonly vector: Float32Array;
}

/** Vectors of one dimension that can be searched for the nearest to a query. */
export interface VectorIndex {
  readonly dimension: number;
  readonly size: number;
  has(key: number): boolean;
  /** Adds vectors; one whose key is there already is left as it is. Returns how many were new. */
  add(rows: readonly KeyedVector[]): number;
  /** Takes vectors out; unknown keys are ignored. Returns how many were there. */
  remove(keys: Iterable<number>): number;
  /** Offers to `top` whatever may be among its best: see `scatterSearch`. */
  offerHits(query: CodedQuery, top: TopHits): void;
  /** All of it by row, vectors one after another. */
  contents(): VectorRows;
}

/** Vectors in rows, in codes (`vector-codes.ts`); a key, a row number and a place for each. */
export interface VectorRows {
  readonly keys: Float64Array;
  readonly seqs: Float64Array;
  readonly starts: Float64Array;
  /** Eight bits a number; `keys.length` times the length of a vector in codes. */
  readonly codes: Int8Array;
  /** What a step of each vector's codes stands for. */
  readonly steps: Float32Array;
}
