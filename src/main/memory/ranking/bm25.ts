/** Constants of BM25 and the mean length its penalty refers to. */
export interface Bm25Settings {
  readonly saturation: number;
  readonly lengthPenalty: number;
  /** In terms. */
  readonly averageLength: number;
}

/** How telling a term is: ln(1 + (N − n + 0.5) / (n + 0.5)), never negative. */
export function inverseDocumentFrequency(documentCount: number, occursIn: number): number {
  const count = Math.max(documentCount, occursIn);
  return Math.log(1 + (count - occursIn + 0.5) / (occursIn + 0.5));
}

/** BM25 of one term, without its weight: tf (k + 1) / (tf + k (1 − b + b length / average)). */
export function termSaturation(occurrences: number, length: number, settings: Bm25Settings): number {
  const { saturation, lengthPenalty, averageLength } = settings;
  const relativeLength = averageLength > 0 ? length / averageLength : 1;
  return (
    (occurrences * (saturation + 1)) /
    (occurrences + saturation * (1 - lengthPenalty + lengthPenalty * relativeLength))
  );
}
