import { z } from 'zod';

/** The tasks of one process's main thread while something went on, in milliseconds. */
export interface ThreadTasks {
  readonly thread: 'page' | 'main';
  /** From its begin to its end; where all cores are taken, a task waits in the midst. */
  readonly longest: number;
  /** The most that any worked: its processor time. Null where the system does not tell. */
  readonly mostWork: number | null;
  /** How many lasted more than fifty. */
  readonly long: number;
  /** How many worked more than fifty. */
  readonly longWork: number | null;
}

/** What Chromium calls the main threads of its processes. */
const threadNames = { page: 'CrRendererMain', main: 'CrBrowserMain' } as const;
const taskName = 'ThreadControllerImpl::RunTask';
const longMicroseconds = 50_000;

/** Times in microseconds. */
const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().optional(),
  args: z.object({ name: z.string().optional() }).loose().optional(),
});
const trace = z.object({ traceEvents: z.array(event) });
type TraceEvent = z.infer<typeof event>;

/**
 * What the page's and main's threads did by a trace of Chromium's, in JSON with the category `toplevel`.
 *
 * @throws Error where a thread has no task at all: zeros would look like a good result.
 */
export function tasksOfTrace(text: string): readonly ThreadTasks[] {
  const { traceEvents } = trace.parse(JSON.parse(text));
  return [tasksOf(traceEvents, 'page'), tasksOf(traceEvents, 'main')];
}

function tasksOf(events: readonly TraceEvent[], thread: keyof typeof threadNames): ThreadTasks {
  const place = ({ pid, tid }: TraceEvent): string => `${String(pid)}:${String(tid)}`;
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === threadNames[thread])
      .map(place),
  );
  const tasks = events.filter(
    (each) => each.ph === 'X' && each.name === taskName && threads.has(place(each)),
  );
  if (tasks.length === 0) {
    throw new Error(
      `The trace holds no ${taskName} of ${threadNames[thread]}: does this Chromium name tasks or threads otherwise?`,
    );
  }
  const most = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b), 0) / 1_000;
  const over = (times: readonly number[]): number => times.filter((time) => time > longMicroseconds).length;
  const lasted = tasks.map(({ dur }) => dur);
  const worked = tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur]));
  return {
    thread,
    longest: most(lasted),
    mostWork: worked.length === 0 ? null : most(worked),
    long: over(lasted),
    longWork: worked.length === 0 ? null : over(worked),
  };
}
