/** Scales scores so that the best is 1; scores that are all 0 stay so. */
export function shareOfBest(scores: readonly number[]): readonly number[] {
  const best = scores.reduce((max, score) => Math.max(max, score), 0);
  return best > 0 ? scores.map((score) => score / best) : scores.map(() => 0);
}

/**
 * Stretches scores over 0–1, lowest to highest. A missing score becomes the mean of the others, so that a
 * message without a vector is neither helped nor hurt; where all are missing or equal, each is 0.
 */
export function stretched(scores: readonly (number | null)[]): readonly number[] {
  const known = scores.filter((score) => score !== null && Number.isFinite(score)) as readonly number[];
  let lowest = Infinity;
  let highest = -Infinity;
  for (const score of known) {
    lowest = Math.min(lowest, score);
    highest = Math.max(highest, score);
  }
  const range = highest - lowest;
  if (!(range > 0)) return scores.map(() => 0);
  const mean = known.reduce((sum, score) => sum + (score - lowest) / range, 0) / known.length;
  return scores.map((score) => (score !== null && Number.isFinite(score) ? (score - lowest) / range : mean));
}
