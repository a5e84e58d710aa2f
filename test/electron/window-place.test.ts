import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWindowPlace } from '../../src/main/electron/local-state';
import { besides, fitToDisplays, smallestWindow } from '../../src/main/electron/window-place';

const left = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 1280, height: 800 };
const at = (x: number, y: number, width = 1000, height = 700) => ({
  ...defaultWindowPlace,
  x,
  y,
  width,
  height,
});

describe('a further window', () => {
  it('stands beside the one it was opened from, as large, and not maximised', () => {
    expect(besides({ ...at(100, 50), maximized: true })).toEqual(at(132, 82));
  });

  it('is centred as that one is', () => {
    expect(besides(defaultWindowPlace)).toEqual(defaultWindowPlace);
  });
});

describe('a remembered window', () => {
  it('comes back exactly where it was', () => {
    expect(fitToDisplays(at(100, 50), [left, right])).toEqual(at(100, 50));
  });

  it('stays on the second display while that is there', () => {
    expect(fitToDisplays(at(2000, 10), [left, right])).toEqual(at(2000, 10));
  });

  it('is centred on the first display when its own is gone', () => {
    expect(fitToDisplays(at(2000, 10), [left])).toMatchObject({ x: null, y: null, width: 1000 });
  });

  it('is moved back in when it hangs over an edge', () => {
    expect(fitToDisplays(at(1700, 900), [left])).toEqual(at(920, 380));
  });

  it('is made smaller when its display is', () => {
    expect(fitToDisplays(at(0, 0, 4000, 3000), [right, left])).toMatchObject({ width: 1920, height: 1080 });
  });

  it('has the default size the first time', () => {
    expect(fitToDisplays(defaultWindowPlace, [left])).toEqual(defaultWindowPlace);
  });

  it('is always fully on a display that is large enough, whatever was remembered', () => {
    const number = fc.integer({ min: -50_000, max: 50_000 });
    const size = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const fitted = fitToDisplays(at(x, y, width, height), [left, right]);
        expect(fitted.width).toBeGreaterThanOrEqual(smallestWindow.width);
        expect(fitted.height).toBeGreaterThanOrEqual(smallestWindow.height);
        if (fitted.x === null || fitted.y === null) return;
        const { x: fx, y: fy } = fitted;
        const isInside = [left, right].some(
          (area) =>
            fx >= area.x &&
            fy >= area.y &&
            fx + fitted.width <= area.x + area.width &&
            fy + fitted.height <= area.y + area.height,
        );
        expect(isInside).toBe(true);
      }),
    );
  });
});
