import type { TopHits } from './top-hits';
import type { VectorHit } from './vector-hit';

/** A vector under the key of its chunk. */
export interface KeyedVector {
  /** A safe integer, unique over all sessions: the chunk's row id. */
  readonly key: number;
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
  /** The `k` best, best first, equal scores by rising key; fewer where there are fewer. */
  search(query: Float32Array, k: number): readonly VectorHit[];
  /** Offers to `top` whatever may be among its best; this is what searches over many indexes share. */
  offerHits(query: Float32Array, top: TopHits): void;
  /** Keys and vectors by row, vectors one after another. */
  contents(): VectorRows;
}

/** Vectors in rows. */
export interface VectorRows {
  readonly keys: Float64Array;
  /** `keys.length × dimension` numbers. */
  readonly vectors: Float32Array;
}
