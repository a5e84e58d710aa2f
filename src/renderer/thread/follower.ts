/** This close to the end counts as being at it, in pixels. */
const NEAR_PX = 24;
/** A wheel turned up moves the list within this long, in milliseconds; what is at the end until then is so by itself. */
const WHEEL_MS = 200;
/** A list that was sent to its end is there once nothing has changed for so many frames; more than so many are not waited for. */
const [REST_FRAMES, MOST_FRAMES] = [6, 90];
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
  /** Before the list is sent to its end, or to a place: starts or stops following. */
  readonly follow: (isFollowing: boolean) => void;
  /** Scrolls to the end, and on until the list has come to rest there or the reader moves it. */
  readonly toEnd: () => void;
}

/**
 * The list repeats a scroll to a place each time that anything changes within 150 ms, for ever while an answer grows quickly: a reader
 * who moved it meanwhile was pulled back each time. It scrolls by this method alone. Returns what gives the method back.
 */
function scrollOnlyWhile(element: HTMLElement, isPlacing: () => boolean): () => void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its element below
  const { scrollTo } = element;
  element.scrollTo = (...given: unknown[]): void => {
    if (isPlacing()) Reflect.apply(scrollTo, element, given);
  };
  return () => {
    element.scrollTo = scrollTo;
  };
}

/** Listens to scrolls and to what the reader does; returns what ends it. */
function listen(
  element: HTMLElement,
  scrolled: (event: Event) => void,
  touched: (event: Event) => void,
): () => void {
  element.addEventListener('scroll', scrolled, { passive: true });
  for (const name of touches) element.addEventListener(name, touched, { passive: true });
  return () => {
    element.removeEventListener('scroll', scrolled);
    for (const name of touches) element.removeEventListener(name, touched);
  };
}

/**
 * Keeps an element at its end from frame to frame until it has come to rest: a list that is drawn as it is passed ends further down than
 * it said, and tells how high it is before it is. Ends where there is no element any more.
 */
function travelToEnd(elementOf: () => HTMLElement | null, arrived: () => void): void {
  let [rest, most, height] = [REST_FRAMES, MOST_FRAMES, 0];
  const step = (): void => {
    const element = elementOf();
    if (element === null) return;
    rest = element.scrollHeight === height && isNearEnd(element) ? rest - 1 : REST_FRAMES;
    most -= 1;
    height = element.scrollHeight;
    element.scrollTop = height;
    if (rest > 0 && most > 0) requestAnimationFrame(step);
    else arrived();
  };
  step();
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
  let [lastTop, lastHeight, wheeledUpAt] = [0, 0, -Infinity];
  let leave = (): void => undefined;
  /** The list may scroll to the place that it was last sent to: neither was the reader there since, nor is it to follow its end. */
  let isPlacing = false;

  const scrolled = ({ timeStamp }: Event): void => {
    if (element === null) return;
    // A list that shrinks moves up by itself; in one that does not, only the reader moves up.
    const movedUp = element.scrollTop < lastTop - 1 && element.scrollHeight >= lastHeight;
    [lastTop, lastHeight] = [element.scrollTop, element.scrollHeight];
    const isNear = isNearEnd(element);
    if (isNear) isFollowing = timeStamp - wheeledUpAt > WHEEL_MS;
    else if (movedUp && !isTravelling) isFollowing = false;
    onEnd(isNear);
    onScroll(element);
  };
  /** From the first key, press or turn upwards on, an upward move is the reader's. */
  const touched = (event: Event): void => {
    isPlacing = false;
    const isWheel = event instanceof WheelEvent;
    if (isWheel && event.deltaY >= 0) return;
    isTravelling = false;
    if (!isWheel) return;
    isFollowing = false;
    wheeledUpAt = event.timeStamp;
  };
  return {
    attach: (next) => {
      leave();
      element = next;
      if (next === null) return;
      [lastTop, lastHeight] = [next.scrollTop, next.scrollHeight];
      const endings = [scrollOnlyWhile(next, () => isPlacing), listen(next, scrolled, touched)];
      leave = () => endings.splice(0).forEach((end) => end());
    },
    grew: () => {
      if (element === null) return;
      if (isFollowing) element.scrollTop = element.scrollHeight;
      onEnd(isNearEnd(element));
    },
    follow: (next) => {
      isFollowing = next;
      isTravelling = next;
      isPlacing = !next;
    },
    toEnd: () => {
      isTravelling = true;
      travelToEnd(
        () => (isTravelling ? element : null),
        () => (isTravelling = false),
      );
    },
  };
}
