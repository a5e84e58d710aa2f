/** Tries before a job is put among the dead letters. */
export const maxAttempts = 5;

const firstDelayMs = 2_000;
const longestDelayMs = 5 * 60_000;

/**
 * Milliseconds until the next try: exponential, with full jitter in its upper half, so that many failed jobs do
 * not come back at once. `attempts` counts the tries before this one; `random` is in [0, 1).
 */
export function retryDelay(attempts: number, random: number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** attempts);
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
