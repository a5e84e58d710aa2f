import type { VectorRows } from './vector-index';

/** The rows whose keys are not among `gone`, in their order, in memory of their own; a vector has `length` codes. */
export function withoutKeys(
  { keys, seqs, starts, codes, steps }: VectorRows,
  gone: ReadonlySet<number>,
  length: number,
): VectorRows {
  const isKept = (_value: number, row: number): boolean => !gone.has(keys[row] ?? Number.NaN);
  const kept = keys.filter(isKept);
  const rest = new Int8Array(kept.length * length);
  let place = 0;
  keys.forEach((key, row) => {
    if (gone.has(key)) return;
    rest.set(codes.subarray(row * length, (row + 1) * length), place * length);
    place += 1;
  });
  return {
    keys: kept,
    seqs: seqs.filter(isKept),
    starts: starts.filter(isKept),
    codes: rest,
    steps: steps.filter(isKept),
  };
}
