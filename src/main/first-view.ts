import type { Clock } from './memory/ports/clock';

/** The page opens a chat after it has the list of them. */
const pauseMs = 1_000;
/** A page that asks for nothing, because it cannot be loaded, keeps nothing waiting for ever. */
const longestMs = 10_000;

/** The moment from which on the window shows what its user came for; background work begins then, and not beside it. */
export interface FirstView {
  /** The page was told its chats. */
  readonly listed: () => void;
  /** Comes with the list of chats: what the page does not wait for may be built then. */
  readonly listing: Promise<void>;
  readonly shown: Promise<void>;
}

/** Makes the {@link FirstView} of a start. */
export function createFirstView(clock: Pick<Clock, 'after'>): FirstView {
  let resolveShown: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => (resolveShown = resolve));
  let resolveListing: () => void = () => undefined;
  const listing = new Promise<void>((resolve) => (resolveListing = resolve));
  const cancelLongest = clock.after(longestMs, () => {
    resolveListing();
    resolveShown();
  });
  let isListed = false;
  return {
    listed: () => {
      if (isListed) return;
      isListed = true;
      cancelLongest();
      resolveListing();
      clock.after(pauseMs, resolveShown);
    },
    listing,
    shown,
  };
}
