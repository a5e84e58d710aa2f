/** Requests made for one answer at most, the first included. */
export const maxAttempts = 3;

const firstPauseMs = 1_000;

/**
 * Milliseconds to wait after the failed `attempt` (from 1): 1 s doubling, with jitter in the upper half so that many
 * clients do not come back at once. `random` is in [0, 1).
 */
export function retryPause(attempt: number, random: number): number {
  const ceiling = firstPauseMs * 2 ** (attempt - 1);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
