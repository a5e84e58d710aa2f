import { parseArgs } from 'node:util';
import { UsageError, wholeNumber } from './command-line';

/** What `npm run bench:window` is asked for. */
export interface WindowOptions {
  readonly sizes: readonly number[];
  /** A folder to use instead of one that is made and removed. */
  readonly folder: string | null;
  readonly json: boolean;
}

/** How `npm run bench:window` is used. */
export const windowUsage = `Usage: npm run bench:window -- [--messages N,N,…] [--folder PATH] [--json]

Uses the built program as a user does, on data folders of N messages (default 1000,10000,100000) in 200 chats, the largest with
a tenth of them: starts it, opens the largest chat, scrolls through it, searches, imports a thousand messages, has an answer streamed.
A row a figure, with its growth exponent over the sizes (0 flat, 1 linear); starts are medians beside those of an empty Electron window, in turn.
“Held” is the longest the page and main were busy at a stretch, “delay” how late main comes to a task of every 5 ms, and a trace tells of
every task of both. With --folder and one size that folder is used: filled where it holds nothing yet, else taken as it is.`;

/** A smaller memory has too few chats to go to and too few hits to open. */
const leastMessages = 1_000;

/**
 * Reads the arguments of `npm run bench:window`.
 *
 * @throws UsageError, or the runtime's error for an option it does not know.
 */
export function readWindowOptions(args: readonly string[]): WindowOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      messages: { type: 'string', default: '1000,10000,100000' },
      folder: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const sizes = values.messages.split(',').map((text) => wholeNumber('--messages', text, leastMessages));
  const folder = values.folder ?? null;
  if (folder !== null && sizes.length > 1) {
    throw new UsageError('--folder is one folder and goes with one size: add --messages N.');
  }
  return { sizes, folder, json: values.json };
}
