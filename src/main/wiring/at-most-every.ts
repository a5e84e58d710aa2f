import type { Clock } from '../memory/ports/clock';

/** Tells at once, and whatever follows within `ms` once at its end. */
export function atMostEvery(ms: number, clock: Pick<Clock, 'after'>, tell: () => void): () => void {
  let isResting = false;
  let isOwed = false;
  const begin = (): void => {
    isResting = true;
    tell();
    clock.after(ms, () => {
      isResting = false;
      if (!isOwed) return;
      isOwed = false;
      begin();
    });
  };
  return () => {
    if (isResting) isOwed = true;
    else begin();
  };
}
