import type { Clock } from '../../src/main/memory/ports/clock';

/** A clock that stands still until the test moves it on. */
export interface FakeClock extends Clock {
  /** Moves the time on and runs what has become due, in the order of its time. */
  advance(ms: number): void;
  /** Timers that wait. */
  readonly waiting: number;
}

/** The instant tests begin at: 2 March 2026, 10:00 local time. */
const testStart = new Date(2026, 2, 2, 10).getTime();

/** Makes a clock that shows `start`, in milliseconds since 1970. */
export function createFakeClock(start = testStart): FakeClock {
  let elapsed = 0;
  let timers: { readonly due: number; readonly action: () => void }[] = [];
  const next = (until: number) =>
    timers.filter((timer) => timer.due <= until).toSorted((a, b) => a.due - b.due)[0];
  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    after: (ms, action) => {
      const timer = { due: elapsed + ms, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (ms) => {
      const until = elapsed + ms;
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        const due = timer;
        timers = timers.filter((other) => other !== due);
        elapsed = Math.max(elapsed, due.due);
        due.action();
      }
      elapsed = until;
    },
    get waiting() {
      return timers.length;
    },
  };
}
