import { useEffect } from 'react';
import { useThread } from '../stores/use-stores';

/** Gives main what is being written when the window loses the focus, goes away, or shows something else. */
export function useDraftsFlush(): void {
  const flushDrafts = useThread((state) => state.flushDrafts);
  useEffect(() => {
    window.addEventListener('blur', flushDrafts);
    window.addEventListener('pagehide', flushDrafts);
    return () => {
      window.removeEventListener('blur', flushDrafts);
      window.removeEventListener('pagehide', flushDrafts);
      flushDrafts();
    };
  }, [flushDrafts]);
}
