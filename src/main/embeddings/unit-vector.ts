import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';

/**
 * The numbers as a vector of unit length, so that a dot product is a cosine.
 *
 * Throws `bad-response` where the count is not `dimension`, a number is not finite, or all are zero.
 */
export function toUnitVector(values: ArrayLike<number>, dimension: number): Float32Array {
  if (values.length !== dimension) {
    throw unusable(`${String(values.length)} numbers a text, ${String(dimension)} expected`);
  }
  const vector = new Float32Array(dimension);
  const scale = 1 / lengthOf(values);
  for (let index = 0; index < dimension; index += 1) vector[index] = (values[index] ?? 0) * scale;
  return vector;
}

function lengthOf(values: ArrayLike<number>): number {
  // Scaled by the largest, so that squares neither overflow nor vanish.
  let largest = 0;
  for (let index = 0; index < values.length; index += 1) {
    const size = Math.abs(values[index] ?? 0);
    if (!Number.isFinite(size)) throw unusable('a number that is not finite');
    if (size > largest) largest = size;
  }
  if (largest === 0) throw unusable('a vector of zeros');
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += ((values[index] ?? 0) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

function unusable(detail: string): AppError {
  return new AppError('bad-response', catalogue.embeddings.badResponse(detail));
}
