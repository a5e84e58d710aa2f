import type { VectorRows } from './vector-index';

/** The rows whose keys are not among `gone`, in their order, in memory of their own. */
export function withoutKeys(
  { keys, seqs, starts, vectors }: VectorRows,
  gone: ReadonlySet<number>,
  dimension: number,
): VectorRows {
  const isKept = (_value: number, row: number): boolean => !gone.has(keys[row] ?? Number.NaN);
  const kept = keys.filter(isKept);
  const rest = new Float32Array(kept.length * dimension);
  let place = 0;
  keys.forEach((key, row) => {
    if (gone.has(key)) return;
    rest.set(vectors.subarray(row * dimension, (row + 1) * dimension), place * dimension);
    place += 1;
  });
  return { keys: kept, seqs: seqs.filter(isKept), starts: starts.filter(isKept), vectors: rest };
}
