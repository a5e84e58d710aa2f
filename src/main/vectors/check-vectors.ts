import { codeLength, type CodedQuery } from './vector-codes';
import type { KeyedVector, VectorRows } from './vector-index';

// FAISS answers a wrong argument with a C++ exception that aborts the process; so all are checked before, by throwing
// RangeErrors, which are faults of the program and never of the user.

const MAX_DIMENSION = 65_536;

/** The dimension, if it is a whole number from 1 to 65,536. */
export function checkDimension(dimension: number): number {
  if (Number.isInteger(dimension) && dimension >= 1 && dimension <= MAX_DIMENSION) return dimension;
  throw new RangeError(`Dimension ${String(dimension)}: a whole number from 1 expected`);
}

/** The vector, if it has exactly `dimension` finite numbers. */
export function checkVector(vector: Float32Array, dimension: number): Float32Array {
  if (!(vector instanceof Float32Array)) throw new RangeError('A vector must be a Float32Array');
  if (vector.length !== dimension) {
    throw new RangeError(`Vector of ${String(vector.length)} numbers, ${String(dimension)} expected`);
  }
  if (!areFinite(vector)) throw new RangeError('A vector must have finite numbers only');
  return vector;
}

/** The query, if it has exactly `dimension` numbers; those of one that was coded were looked at. */
export function checkCoded({ values }: CodedQuery, dimension: number): void {
  if (values.length === dimension) return;
  throw new RangeError(`Query of ${String(values.length)} numbers, ${String(dimension)} expected`);
}

/** The row, if its numbers are safe integers and its vector is a good one. */
export function checkRow(row: KeyedVector, dimension: number): KeyedVector {
  for (const value of [row.key, row.seq, row.start]) {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`Key or place ${String(value)}: a safe integer expected`);
  }
  checkVector(row.vector, dimension);
  return row;
}

/** The rows, if keys are distinct safe integers and steps finite, and there is as much of each. */
export function checkRows(rows: VectorRows, dimension: number): VectorRows {
  const { keys, seqs, starts, codes, steps } = rows;
  if (codes.length !== keys.length * codeLength(dimension) || steps.length !== keys.length) {
    throw new RangeError('Keys and vectors differ in number');
  }
  if (seqs.length !== keys.length || starts.length !== keys.length) {
    throw new RangeError('Keys and places differ in number');
  }
  for (const column of [keys, seqs, starts]) {
    if (!column.every(Number.isSafeInteger)) throw new RangeError('Keys and places must be safe integers');
  }
  if (new Set(keys).size !== keys.length) throw new RangeError('Keys must be distinct');
  if (!areFinite(steps)) throw new RangeError('Vectors must have finite numbers only');
  return rows;
}

/** What is not finite makes any sum of differences with itself not a number: one pass without a call for each. */
function areFinite(numbers: Float32Array): boolean {
  let sum = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const value = numbers[index] as number;
    sum += value - value;
  }
  return sum === 0;
}

/** `k` as a count of rows to search for: whole, at most `size`, 0 where there is nothing to find. */
export function clampCount(k: number, size: number): number {
  if (Number.isNaN(k)) throw new RangeError('The number of hits must be a number');
  return Math.max(0, Math.min(Math.floor(k), size));
}
