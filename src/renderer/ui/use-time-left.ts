import { useEffect, useRef, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';

/** How long something takes is told once it has gone on for this long. */
const TELL_AFTER_MS = 2_000;

/**
 * How long work still takes, at its pace since it was first seen, as words to stand behind its progress: ", about 40 s
 * left". Empty until it can be told.
 */
export function useTimeLeft(done: number, total: number): string {
  const start = useRef({ at: 0, done: 0, last: Infinity });
  const [leftMs, setLeftMs] = useState<number | null>(null);
  useEffect(() => {
    const now = Date.now();
    // Less than before is other work.
    if (done < start.current.last) start.current = { at: now, done, last: done };
    start.current.last = done;
    const { at, done: before } = start.current;
    const canTell = done > before && done < total && now - at >= TELL_AFTER_MS;
    setLeftMs(canTell ? ((now - at) / (done - before)) * (total - done) : null);
  }, [done, total]);
  return leftMs === null ? '' : `, ${catalogue.app.left(Math.ceil(leftMs / 1_000))}`;
}
