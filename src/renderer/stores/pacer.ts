/** Runs a task soon, and at most once an interval however often it is asked to. */
export interface Pacer {
  /** Asks for a run; within the interval further requests fall together. */
  request(): void;
  /** Runs at once if a run is pending. */
  flush(): void;
}

/** A clock's timer functions, so that a test can hold time. */
export interface Timers {
  readonly set: (task: () => void, ms: number) => number;
  readonly clear: (timer: number) => void;
}

/** The window's own timers. */
export const windowTimers: Timers = {
  set: (task, ms) => window.setTimeout(task, ms),
  clear: (timer) => {
    window.clearTimeout(timer);
  },
};

/** One run per interval of `ms`, the first after the interval, nothing in between. */
export function createPacer(task: () => void, ms: number, timers: Timers): Pacer {
  let timer: number | null = null;
  const run = (): void => {
    timer = null;
    task();
  };
  return {
    request: () => {
      timer ??= timers.set(run, ms);
    },
    flush: () => {
      if (timer === null) return;
      timers.clear(timer);
      run();
    },
  };
}

/** Runs a task `ms` after the last request; every request starts the wait again. */
export function createDebounce(task: () => void, ms: number, timers: Timers): () => void {
  let timer: number | null = null;
  return () => {
    if (timer !== null) timers.clear(timer);
    timer = timers.set(() => {
      timer = null;
      task();
    }, ms);
  };
}
