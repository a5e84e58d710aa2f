import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { putOffCollections } from '../../src/main/calm-start';

/** Lets some megabytes grow old, and tells how often looking through what is old was begun before it had to be. */
const busy = `
  const { PerformanceObserver, constants } = require('node:perf_hooks');
  const { parentPort } = require('node:worker_threads');
  let early = 0;
  const count = (list) => {
    for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_INCREMENTAL) early += 1;
  };
  new PerformanceObserver(count).observe({ entryTypes: ['gc'] });
  const kept = [];
  const step = () => {
    for (let index = 0; index < 200_000; index += 1) kept.push({ index, pair: [index, index + 1] });
    if (kept.length < 2_000_000) setImmediate(step);
    else setTimeout(() => parentPort.postMessage(early), 50);
  };
  step();`;

function begunEarly(): Promise<number> {
  return new Promise((resolve, reject) => {
    new Worker(busy, { eval: true }).once('message', resolve).once('error', reject);
  });
}

describe('a start', () => {
  it('puts off looking through what is old, until that is taken back', async () => {
    const resume = putOffCollections();
    const during = await begunEarly();
    resume();
    expect(during).toBe(0);
    expect(await begunEarly()).toBeGreaterThan(0);
  });
});
