import { useEffect, useState } from 'react';
import type { ListRange } from 'react-virtuoso';

/** What is added above a list before it has come to rest moves it away from where it opens: so long after so many frames it has. */
const REST_FRAMES = 4;
const REST_MS = 150;

/** Hands on which items are drawn, but not before the list has come to rest. */
function createHeldRanges(tell: (range: ListRange) => void) {
  let isAtRest = false;
  let latest: ListRange | null = null;
  return {
    changed: (range: ListRange): void => {
      latest = range;
      if (isAtRest) tell(range);
    },
    rest: (): void => {
      isAtRest = true;
      if (latest !== null) tell(latest);
    },
  };
}

/**
 * Opens a list at a place, within three frames: `scroll` brings it there before it is drawn. The list's own option for that
 * waits for four frames, and hides everything until nothing has moved for 150 ms. Returns who is told of the
 * items that are drawn; `tell` hears of them once the list is at rest.
 */
export function useOpening(scroll: () => void, tell: (range: ListRange) => void): (range: ListRange) => void {
  const [ranges] = useState(() => createHeldRanges(tell));
  const [open] = useState(() => scroll);

  useEffect(() => {
    let [frame, timer] = [0, 0];
    const afterFrames = (left: number, task: () => void): void => {
      frame = requestAnimationFrame(() => {
        if (left > 1) afterFrames(left - 1, task);
        else task();
      });
    };
    // A window that is hidden draws no frame: its list is measured, and comes to rest, once it is shown.
    afterFrames(1, () => {
      open();
      afterFrames(REST_FRAMES, () => (timer = window.setTimeout(ranges.rest, REST_MS)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [open, ranges]);

  return ranges.changed;
}
