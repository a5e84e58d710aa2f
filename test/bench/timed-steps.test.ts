import { describe, expect, it, vi } from 'vitest';
import { createTimedSteps } from '../../bench/timed-steps';

describe('timed steps', () => {
  it('tell the median and the 95th percentile of each, and hand on what the work gave', async () => {
    const { timed, steps } = createTimedSteps();
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const lasting = (ms: number) => (): Promise<number> => {
      now += ms;
      return Promise.resolve(ms);
    };
    for (let ms = 1; ms <= 20; ms += 1) expect(await timed('long', lasting(ms))).toBe(ms);
    await timed('once', lasting(3));
    vi.restoreAllMocks();
    expect(steps()).toEqual([
      { name: 'long', p50: 10, p95: 19 },
      { name: 'once', p50: 3, p95: 3 },
    ]);
  });
});
