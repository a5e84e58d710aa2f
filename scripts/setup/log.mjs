/**
 * A failure the user can act on: its message names the cause and the exact command to run, and is shown
 * without a stack.
 */
export class SetupError extends Error {}

/**
 * Prints one line of progress.
 * @param {string} message
 */
export function say(message) {
  console.log(`[setup] ${message}`);
}

/**
 * Seconds since a moment, for people.
 * @param {number} sinceMs a `Date.now()`
 * @returns {string} such as `4.2 s`
 */
export function secondsSince(sinceMs) {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}
