/** Timers that run only when the test moves the time on. */
export function createManualClock(): {
  after(ms: number, action: () => void): () => void;
  advance(ms: number): void;
} {
  let now = 0;
  let timers: { readonly due: number; readonly action: () => void }[] = [];
  return {
    after(ms, action) {
      const timer = { due: now + ms, action };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      now += ms;
      const due = timers.filter((timer) => timer.due <= now);
      timers = timers.filter((timer) => timer.due > now);
      for (const timer of due) timer.action();
    },
  };
}
