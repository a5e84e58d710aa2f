import type { Timers } from '../../src/renderer/stores/pacer';

/** Timers that run only when told to. */
export interface FakeTimers extends Timers {
  /** Moves the clock on and runs what has become due, in order. */
  readonly advance: (ms: number) => void;
}

/** Builds {@link FakeTimers} at time zero. */
export function createFakeTimers(): FakeTimers {
  let now = 0;
  let next = 0;
  const tasks = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    set: (run, ms) => {
      next += 1;
      tasks.set(next, { at: now + ms, run });
      return next;
    },
    clear: (timer) => {
      tasks.delete(timer);
    },
    advance: (ms) => {
      now += ms;
      const due = [...tasks].filter(([, task]) => task.at <= now).sort(([, a], [, b]) => a.at - b.at);
      for (const [timer, task] of due) {
        tasks.delete(timer);
        task.run();
      }
    },
  };
}
