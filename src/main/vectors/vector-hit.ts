/** A chunk found, and where it is cut from. */
export interface VectorHit {
  readonly key: number;
  /** Row number of its message. */
  readonly seq: number;
  /** Where in the message the chunk begins, in UTF-16 units. */
  readonly start: number;
  /** Inner product with the query: the cosine, as all vectors have unit length, as precise as their codes (`vector-codes.ts`). */
  readonly score: number;
}
