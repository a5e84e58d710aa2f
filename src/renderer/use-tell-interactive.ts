import { useEffect } from 'react';
import { useApp } from './stores/use-stores';

/** Says that the page can be used once the component that calls this is drawn: the frame is, when a task after it runs. */
export function useTellInteractive(): void {
  const tell = useApp((state) => state.tellInteractive);
  useEffect(() => {
    let timer = 0;
    const frame = requestAnimationFrame(() => (timer = window.setTimeout(tell)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [tell]);
}
