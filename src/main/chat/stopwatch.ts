import type { StepLatency } from '../../shared/model/snapshot';
import type { Clock } from '../memory/ports/clock';

/** Times the steps of a turn, each from the end of the one before. */
export interface Stopwatch {
  lap(step: StepLatency['step']): StepLatency;
}

/** Starts a stopwatch. */
export function startStopwatch(clock: Clock): Stopwatch {
  let last = clock.monotonic();
  return {
    lap: (step) => {
      const now = clock.monotonic();
      const ms = Math.round((now - last) * 100) / 100;
      last = now;
      return { step, ms };
    },
  };
}
