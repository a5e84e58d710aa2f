import { beforeAll, describe, expect, it } from 'vitest';
import { bundleChild } from './bundle-child';
import { runSeries } from './crash-round';
import { crashKinds } from './kinds';
import { createSeededRandom } from './seeded-random';

let child: string;
beforeAll(async () => {
  child = await bundleChild();
}, 120_000);

describe('a process killed at any moment', () => {
  it.each(crashKinds)(
    'loses nothing it acknowledged and leaves everything in order: %s',
    { timeout: 300_000 },
    async (kind) => {
      const random = createSeededRandom(Date.now());
      expect(await runSeries({ child, kind, kills: 4, random })).toEqual([]);
    },
  );

  it(
    'is found out where a transaction is missing: the question without its reply',
    { timeout: 300_000 },
    async () => {
      const random = createSeededRandom(7);
      const problems = await runSeries({ child, kind: 'append', kills: 60, mutation: 'beginTurn', random });
      expect(problems.length).toBeGreaterThan(0);
    },
  );
});
