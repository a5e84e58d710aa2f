/** Runs below which a tail says nothing. */
const enoughRuns = 20;

/** The middle and the tail of some times. */
export interface Percentiles {
  /** Null without a run. */
  readonly p50: number | null;
  /** Null under 20 runs, as p99. */
  readonly p95: number | null;
  readonly p99: number | null;
}

/** Percentiles by nearest rank: the least of the times that at least that share of them does not exceed. */
export function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  const isEnough = sorted.length >= enoughRuns;
  return { p50: at(0.5), p95: isEnough ? at(0.95) : null, p99: isEnough ? at(0.99) : null };
}
