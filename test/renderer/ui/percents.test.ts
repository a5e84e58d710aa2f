import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentsOf } from '../../../src/renderer/ui/percents';

const tokens = fc.array(fc.nat(2_000_000), { minLength: 1, maxLength: 12 });

describe('percentages of a window', () => {
  it('add up to exactly 100.0 for any parts that are not all empty', () => {
    fc.assert(
      fc.property(tokens, (parts) => {
        const tenths = percentsOf(parts).reduce((sum, percent) => sum + Math.round(percent * 10), 0);
        expect(tenths).toBe(parts.some((part) => part > 0) ? 1_000 : 0);
      }),
    );
  });

  it('are each within a tenth of the exact share, and zero for nothing', () => {
    fc.assert(
      fc.property(tokens, (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        for (const [index, percent] of percentsOf(parts).entries()) {
          const exact = whole === 0 ? 0 : (parts[index]! / whole) * 100;
          expect(Math.abs(percent - exact)).toBeLessThan(0.1 + 1e-9);
          if (parts[index] === 0) expect(percent).toBe(0);
        }
      }),
    );
  });
});
