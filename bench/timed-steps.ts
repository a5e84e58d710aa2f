/** One step's median and 95th percentile in milliseconds. */
export interface MeasuredStep {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
}

/** Does some work and notes what it took under a name. */
export type Timed = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** What was timed: each name with its figures, in the order in which they first came. */
export interface TimedSteps {
  readonly timed: Timed;
  readonly steps: () => readonly MeasuredStep[];
}

/** Begins to time. */
export function createTimedSteps(): TimedSteps {
  const times = new Map<string, number[]>();
  return {
    timed: async (name, work) => {
      const start = performance.now();
      const result = await work();
      times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
      return result;
    },
    steps: () =>
      [...times].map(([name, values]) => {
        const sorted = values.toSorted((a, b) => a - b);
        const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        return { name, p50: at(0.5), p95: at(0.95) };
      }),
  };
}
