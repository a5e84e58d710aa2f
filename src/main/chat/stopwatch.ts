import type { StepLatency } from '../../shared/model/snapshot';
import type { Clock } from '../memory/ports/clock';

/** Times the steps of a turn, each from the end of the one before. */
export interface Stopwatch {
  lap(step: StepLatency['step']): StepLatency;
  /** What has passed since the last lap is no step's. */
  skip(): void;
  /** Waits for something that is no step's time, such as the user's word. */
  apart<T>(wait: () => Promise<T>): Promise<T>;
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
    skip: () => {
      last = clock.monotonic();
    },
    apart: async (wait) => {
      const from = clock.monotonic();
      try {
        return await wait();
      } finally {
        last += clock.monotonic() - from;
      }
    },
  };
}
