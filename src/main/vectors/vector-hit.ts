/** A vector found. */
export interface VectorHit {
  readonly key: number;
  /** Inner product with the query: the cosine, as all vectors have unit length. */
  readonly score: number;
}
