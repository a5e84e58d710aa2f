/**
 * The inner product of the query with the vector that starts at `offset`; the caller has checked that it lies within
 * `vectors`.
 *
 * In four sums, which keeps the processor busy, and without a default for missing numbers, which would double the
 * time: this loop is the whole cost of a scan.
 */
export function innerProduct(vectors: Float32Array, offset: number, query: Float32Array): number {
  const length = query.length;
  const whole = length - (length % 4);
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let index = 0; index < whole; index += 4) {
    const at = offset + index;
    first += (vectors[at] as number) * (query[index] as number);
    second += (vectors[at + 1] as number) * (query[index + 1] as number);
    third += (vectors[at + 2] as number) * (query[index + 2] as number);
    fourth += (vectors[at + 3] as number) * (query[index + 3] as number);
  }
  for (let index = whole; index < length; index += 1) {
    first += (vectors[offset + index] as number) * (query[index] as number);
  }
  return first + second + third + fourth;
}
