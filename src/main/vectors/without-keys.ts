import type { VectorRows } from './vector-index';

/** The rows whose keys are not among `gone`, in their order, in memory of their own. */
export function withoutKeys(
  { keys, vectors }: VectorRows,
  gone: ReadonlySet<number>,
  dimension: number,
): VectorRows {
  const kept = keys.filter((key) => !gone.has(key));
  const rest = new Float32Array(kept.length * dimension);
  let place = 0;
  keys.forEach((key, row) => {
    if (gone.has(key)) return;
    rest.set(vectors.subarray(row * dimension, (row + 1) * dimension), place * dimension);
    place += 1;
  });
  return { keys: kept, vectors: rest };
}
