/** Time and timers, so that tests own both. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds of a steady clock, for latencies. */
  monotonic(): number;
  /** Runs the action once after `ms`; the returned function cancels it. */
  after(ms: number, action: () => void): () => void;
}
