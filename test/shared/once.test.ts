import { describe, expect, it, vi } from 'vitest';
import { once } from '../../src/shared/once';

describe('a value made once', () => {
  it('is made at its first use, and kept, also where it is nothing', () => {
    const make = vi.fn(() => null);
    const value = once(make);
    expect(make).not.toHaveBeenCalled();
    expect([value(), value()]).toEqual([null, null]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is tried again where making it failed', () => {
    let tries = 0;
    const value = once(() => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    expect(value).toThrow('not yet');
    expect(value()).toBe(2);
  });
});
