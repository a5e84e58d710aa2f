import type { ResourceLimits } from 'node:worker_threads';

/**
 * What the engine's thread may hold. A question allocates some megabytes: with twice the usual room for what is young, half as
 * many are held up by a collection, and less of it grows old (docs/performance.md). `npm run bench` measures with the
 * same: 32 MB for each of the two halves.
 */
export const engineLimits: ResourceLimits = { maxYoungGenerationSizeMb: 96 };
