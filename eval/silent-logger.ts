import type { Logger } from '../src/shared/logger';

/** Says nothing but errors: the evaluation's own output is all that is wanted. */
export const silentLogger: Logger = {
  debug: noop,
  info: noop,
  warn: noop,
  error: (text) => process.stderr.write(`${text}\n`),
};

function noop(): void {
  // See above.
}
