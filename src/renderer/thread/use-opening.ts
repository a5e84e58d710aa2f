import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { FlatIndexLocationWithAlign, ListRange, VirtuosoHandle } from 'react-virtuoso';

/** What is added above a list before it has come to rest moves it away from where it opens; in milliseconds. */
const REST_MS = 250;

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
 * Opens a list at a place, within three frames: it is scrolled there before it is drawn. The list's own option for that
 * waits for four frames, and hides everything until nothing has moved for 150 ms. Returns who is told of the
 * items that are drawn; `tell` hears of them once the list is at rest.
 */
export function useOpening(
  list: RefObject<VirtuosoHandle | null>,
  place: FlatIndexLocationWithAlign,
  tell: (range: ListRange) => void,
): (range: ListRange) => void {
  const [ranges] = useState(() => createHeldRanges(tell));
  const [start] = useState(place);

  useLayoutEffect(() => list.current?.scrollToIndex(start), [list, start]);

  useEffect(() => {
    const timer = setTimeout(ranges.rest, REST_MS);
    return () => clearTimeout(timer);
  }, [ranges]);

  return ranges.changed;
}
