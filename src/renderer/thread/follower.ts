/** This close to the end counts as being at it, in pixels. */
const NEAR_PX = 24;
/** A wheel turned up moves the list within this long, in milliseconds; what is at the end until then is so by itself. */
const WHEEL_MS = 200;
/** By these the reader moves the list. */
const touches = ['wheel', 'pointerdown', 'keydown'] as const;

/** Whether the end of a scrolled element is in view, give or take a line. */
export function isNearEnd(element: HTMLElement): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR_PX;
}

/**
 * The scroll rule of a thread: it follows new text only at its end, stops at once on any upward scroll, and starts
 * again only when the reader is back at the end.
 */
export interface Follower {
  /** Takes the scrolling element, or lets go of it with null. */
  readonly attach: (element: HTMLElement | null) => void;
  /** Call it when the list has grown: keeps the end in view if it was, never otherwise. */
  readonly grew: () => void;
  /** Starts or stops following without scrolling. */
  readonly follow: (isFollowing: boolean) => void;
}

interface FollowerOptions {
  /** Told whenever the end comes into view or leaves it. */
  readonly onEnd: (isAtEnd: boolean) => void;
  /** Told after each scroll. */
  readonly onScroll: (element: HTMLElement) => void;
}

/** Builds a {@link Follower}; it follows from the start. */
export function createFollower({ onEnd, onScroll }: FollowerOptions): Follower {
  let element: HTMLElement | null = null;
  let isFollowing = true;
  /** On its way to the end: a list that measures what it passes moves up by itself, and that is not the reader. */
  let isTravelling = false;
  let [lastTop, lastHeight] = [0, 0];
  let wheeledUpAt = -Infinity;

  /** A list that is drawn as it is passed ends further down than it said: what is left is gone with the next frame. */
  const goOn = (): void => {
    requestAnimationFrame(() => {
      if (element !== null && isTravelling) element.scrollTop = element.scrollHeight;
    });
  };
  const scrolled = ({ timeStamp }: Event): void => {
    if (element === null) return;
    // A list that shrinks moves up by itself; in one that does not, only the reader moves up.
    const movedUp = element.scrollTop < lastTop - 1 && element.scrollHeight >= lastHeight;
    lastTop = element.scrollTop;
    lastHeight = element.scrollHeight;
    const isNear = isNearEnd(element);
    if (isNear) {
      isFollowing = timeStamp - wheeledUpAt > WHEEL_MS;
      isTravelling = false;
    } else if (isTravelling) goOn();
    else if (movedUp) isFollowing = false;
    onEnd(isNear);
    onScroll(element);
  };
  /** From the first key, press or turn upwards on, an upward move is the reader's. */
  const touched = (event: Event): void => {
    const isWheel = event instanceof WheelEvent;
    if (isWheel && event.deltaY >= 0) return;
    isTravelling = false;
    if (!isWheel) return;
    isFollowing = false;
    wheeledUpAt = event.timeStamp;
  };
  return {
    attach: (next) => {
      element?.removeEventListener('scroll', scrolled);
      for (const name of touches) element?.removeEventListener(name, touched);
      element = next;
      if (next === null) return;
      lastTop = next.scrollTop;
      lastHeight = next.scrollHeight;
      next.addEventListener('scroll', scrolled, { passive: true });
      for (const name of touches) next.addEventListener(name, touched, { passive: true });
    },
    grew: () => {
      if (element === null) return;
      if (isFollowing) element.scrollTop = element.scrollHeight;
      onEnd(isNearEnd(element));
    },
    follow: (next) => {
      isFollowing = next;
      isTravelling = next;
    },
  };
}
