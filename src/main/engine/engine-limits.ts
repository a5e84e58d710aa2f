import { setFlagsFromString } from 'node:v8';
import type { ResourceLimits, Worker } from 'node:worker_threads';

/**
 * What the engine's thread may hold. A question allocates some megabytes: with twice the usual room for what is young, half as
 * many are held up by a collection, and less of it grows old (docs/performance.md). `npm run bench` measures with the
 * same: 32 MB for each of the two halves.
 */
export const engineLimits: ResourceLimits = { maxYoungGenerationSizeMb: 96 };

/** Megabytes of what is old that are let in before it is looked through; some 60 are in use in a memory of 100,000 messages. */
const OLD_SPACE_MB = 192;

/**
 * Starts a thread that looks through what is old only when there is much of it. Of itself the runtime does at every
 * ten megabytes, which held up every fourth question for 20 ms. It is an option of the whole process that a thread reads
 * when it begins, so it is taken back then.
 */
export function startWithRoom<Thread extends Pick<Worker, 'once'>>(start: () => Thread): Thread {
  setFlagsFromString(`--initial-old-space-size=${String(OLD_SPACE_MB)}`);
  const thread = start();
  thread.once('online', () => {
    setFlagsFromString('--initial-old-space-size=0');
  });
  return thread;
}
