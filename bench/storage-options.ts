import { parseArgs } from 'node:util';
import { wholeNumber } from './command-line';

/** What `npm run bench` is asked for. */
export interface StorageOptions {
  readonly sizes: readonly number[];
  readonly turns: number;
  readonly json: boolean;
}

/** How `npm run bench` is used. */
export const storageUsage = `Usage: npm run bench -- [--messages N,N,…] [--turns N] [--json]

Times the steps of a turn on real databases of N messages (default 1000,10000,100000) in 200 chats, the largest with a
tenth of them, with made-up text and vectors of 512 dimensions, seed 1, and opening them: p50 and p95 in milliseconds, the ratio of
the last size to the first, and the growth exponent over all (0 flat, 1 linear). Beside them what no step can be quicker than,
a write with its fsync and a message to a thread and back, and the design that comes first to mind.`;

/**
 * Reads the arguments of `npm run bench`.
 *
 * @throws UsageError, or the runtime's error for an option it does not know.
 */
export function readStorageOptions(args: readonly string[]): StorageOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: 'string', default: '1000,10000,100000' },
      turns: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    sizes: values.messages.split(',').map((text) => wholeNumber('--messages', text)),
    turns: wholeNumber('--turns', values.turns),
    json: values.json,
  };
}
