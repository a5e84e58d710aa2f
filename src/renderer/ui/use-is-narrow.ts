import { useSyncExternalStore } from 'react';

/** Below this width the chat list is a rail and memory is a drawer. */
const NARROW = '(max-width: 1199px)';

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(NARROW);
  media.addEventListener('change', onChange);
  return () => {
    media.removeEventListener('change', onChange);
  };
}

/** Whether the window is too narrow for three panes, at this moment. */
export function isNarrowNow(): boolean {
  return window.matchMedia(NARROW).matches;
}

/** Whether the window is too narrow for three panes. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrowNow);
}
