/** Vectors one after another in one block of memory, ready to be handed to another thread. */
export function joinVectors(vectors: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const values = new Float32Array(vectors.reduce((sum, vector) => sum + vector.length, 0));
  let offset = 0;
  for (const vector of vectors) {
    values.set(vector, offset);
    offset += vector.length;
  }
  return values;
}

/** The reverse of {@link joinVectors}: each vector with memory of its own. */
export function splitVectors(values: Float32Array, dimension: number): readonly Float32Array[] {
  return Array.from({ length: values.length / dimension }, (_, row) =>
    values.slice(row * dimension, (row + 1) * dimension),
  );
}
