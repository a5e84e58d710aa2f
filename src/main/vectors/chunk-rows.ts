import type { VectorHit } from './vector-hit';
import type { KeyedVector, VectorRows } from './vector-index';

/** All of the rows of an index but their vectors. */
export type ChunkColumns = Omit<VectorRows, 'vectors'>;

/** Which chunk each row of an index stands for. */
export interface ChunkRows {
  readonly size: number;
  has(key: number): boolean;
  /** A row as a hit; null for a row that there is not. */
  hitAt(row: number, score: number): VectorHit | null;
  /** Appends those whose key is not there yet, and returns them. */
  add(rows: readonly KeyedVector[]): readonly KeyedVector[];
  contents(): ChunkColumns;
}

/** Makes the rows of an index, filled with what is given. */
export function createChunkRows(columns?: ChunkColumns): ChunkRows {
  const keys = Array.from(columns?.keys ?? []);
  const seqs = Array.from(columns?.seqs ?? []);
  const starts = Array.from(columns?.starts ?? []);
  const known = new Set(keys);
  return {
    get size() {
      return keys.length;
    },
    has: (key) => known.has(key),
    hitAt: (row, score) => {
      const key = keys[row];
      const seq = seqs[row];
      const start = starts[row];
      return key === undefined || seq === undefined || start === undefined
        ? null
        : { key, seq, start, score };
    },
    add: (rows) =>
      rows.filter(({ key, seq, start }) => {
        if (known.has(key)) return false;
        known.add(key);
        keys.push(key);
        seqs.push(seq);
        starts.push(start);
        return true;
      }),
    contents: () => ({
      keys: Float64Array.from(keys),
      seqs: Float64Array.from(seqs),
      starts: Float64Array.from(starts),
    }),
  };
}
