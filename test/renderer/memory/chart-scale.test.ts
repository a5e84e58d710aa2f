import { describe, expect, it } from 'vitest';
import { chartScale } from '../../../src/renderer/memory/chart-scale';

describe('the scale of a chart', () => {
  it.each([
    [8_000, [0, 2_000, 4_000, 6_000, 8_000]],
    [8_437, [0, 2_500, 5_000, 7_500, 10_000]],
    [100, [0, 25, 50, 75, 100]],
    [0, [0, 0.25, 0.5, 0.75, 1]],
  ])('to %d starts at 0 and ends at or above it', (highest, ticks) => {
    const scale = chartScale(highest);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.most).toBe(ticks.at(-1));
  });
});
