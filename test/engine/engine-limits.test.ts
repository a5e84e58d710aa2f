import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { engineLimits, startWithRoom } from '../../src/main/engine/engine-limits';

/** Lets some hundred MB grow old and become garbage, and tells how often what is old was looked through. */
const busy = `
  const { PerformanceObserver, constants } = require('node:perf_hooks');
  const { parentPort } = require('node:worker_threads');
  let major = 0;
  const count = (list) => {
    for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) major += 1;
  };
  const observer = new PerformanceObserver(count);
  observer.observe({ entryTypes: ['gc'] });
  const kept = [];
  for (let index = 0; index < 18_000_000; index += 1) kept[index % 200_000] = { index, pair: [index, index + 1] };
  setTimeout(() => parentPort.postMessage(major), 50);`;

function collections(start: () => Worker): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = start();
    worker.once('message', resolve).once('error', reject);
  });
}

describe("the engine's thread", () => {
  it('looks through what is old less often than another, and others go on as before', async () => {
    const start = (): Worker => new Worker(busy, { eval: true, resourceLimits: engineLimits });
    const before = await collections(start);
    const withRoom = await collections(() => startWithRoom(start));
    const after = await collections(start);
    expect(withRoom).toBeLessThan(before);
    expect(withRoom).toBeLessThan(after);
  });
});
