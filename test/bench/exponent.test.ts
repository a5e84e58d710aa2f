import { describe, expect, it } from 'vitest';
import { exponent } from '../../bench/exponent';

describe('the growth exponent', () => {
  it('is 0 of what stays, 1 of what grows alike, a half of a square root', () => {
    const sizes = [100, 200, 400, 1_000];
    const of = (figure: (size: number) => number): number =>
      exponent(sizes.map((size) => [size, figure(size)]));
    expect(of(() => 7)).toBeCloseTo(0);
    expect(of((size) => 3 * size)).toBeCloseTo(1);
    expect(of((size) => 5 * Math.sqrt(size))).toBeCloseTo(0.5);
  });
});
