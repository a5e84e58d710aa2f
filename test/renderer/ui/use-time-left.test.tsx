import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useTimeLeft } from '../../../src/renderer/ui/use-time-left';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the time that is left', () => {
  const work = (done: number, total: number) => {
    const shown = renderHook(({ at, of }) => useTimeLeft(at, of), { initialProps: { at: done, of: total } });
    const advance = (ms: number, at: number): string => {
      act(() => {
        vi.advanceTimersByTime(ms);
      });
      shown.rerender({ at, of: total });
      return shown.result.current;
    };
    return { advance, now: () => shown.result.current };
  };

  it('goes by the pace since the work was first seen, and is told after two seconds', () => {
    const { advance, now } = work(100, 1_100);
    expect(now()).toBe('');
    expect(advance(1_000, 200)).toBe('');
    expect(advance(1_000, 300)).toBe(', about 8 s left');
    expect(advance(2_000, 300)).toBe(', about 8 s left');
    expect(advance(6_000, 600)).toBe(', about 10 s left');
  });

  it('is told in minutes where it is long, and no more at the end', () => {
    const { advance } = work(0, 1_000);
    expect(advance(10_000, 10)).toBe(', about 17 min left');
    expect(advance(1_000, 1_000)).toBe('');
  });

  it('begins anew with other work', () => {
    const { advance } = work(0, 100);
    expect(advance(4_000, 50)).toBe(', about 4 s left');
    expect(advance(1_000, 0)).toBe('');
    expect(advance(5_000, 20)).toBe(', about 20 s left');
  });
});
