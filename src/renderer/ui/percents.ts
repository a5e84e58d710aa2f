import { formatFixed } from './formats';

/**
 * Shares of a whole in percent with one decimal, such that they add up to exactly 100.0: the tenths lost in rounding
 * down go to the largest remainders (Hamilton's method). All zero where the whole is zero.
 */
export function percentsOf(values: readonly number[]): readonly number[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  if (whole <= 0) return values.map(() => 0);
  const exact = values.map((value) => (value / whole) * 1_000);
  const tenths = exact.map(Math.floor);
  const missing = 1_000 - tenths.reduce((sum, value) => sum + value, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const lifted = new Set(byRemainder.slice(0, missing).map((each) => each.index));
  return tenths.map((value, index) => (value + (lifted.has(index) ? 1 : 0)) / 10);
}

/** 5.1 → "5.1%". */
export function formatPercent(percent: number): string {
  return `${formatFixed(percent, 1)}%`;
}
