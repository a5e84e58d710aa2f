/** The one vector of an answer to one text. */
export function onlyVector(vectors: readonly Float32Array[]): Float32Array {
  const [vector] = vectors;
  if (vector === undefined || vectors.length !== 1) throw new Error('one text has one vector');
  return vector;
}
