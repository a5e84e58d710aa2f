import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { z } from 'zod';

/** The tasks of the page's main thread while something went on, in milliseconds. */
export interface PageTasks {
  /** From its begin to its end; where both cores are taken, a task waits in the midst. */
  readonly longest: number;
  /** The most that any worked: its processor time. */
  readonly mostWork: number;
  /** How many lasted more than fifty. */
  readonly long: number;
}

/** Times in microseconds. */
const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.string().optional() }).loose().optional(),
});
const trace = z.object({ traceEvents: z.array(event) });

/** Traces what the page does meanwhile. */
export async function traceTasks<T>(
  app: ElectronApplication,
  work: () => Promise<T>,
): Promise<[T, PageTasks]> {
  const folder = await mkdtemp(join(tmpdir(), 'engram-trace-'));
  try {
    await app.evaluate(({ contentTracing }) =>
      contentTracing.startRecording({ included_categories: ['toplevel'], excluded_categories: ['*'] }),
    );
    const result = await work();
    const file = await app.evaluate(
      ({ contentTracing }, path) => contentTracing.stopRecording(path),
      join(folder, 'trace.json'),
    );
    return [result, pageTasks(trace.parse(JSON.parse(await readFile(file, 'utf8'))).traceEvents)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pageTasks(events: readonly z.infer<typeof event>[]): PageTasks {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) =>
      ph === 'X' && name === 'ThreadControllerImpl::RunTask' && threads.has(`${pid}:${tid}`),
  );
  const most = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b), 0) / 1_000;
  return {
    longest: most(tasks.map(({ dur }) => dur)),
    mostWork: most(tasks.map(({ tdur }) => tdur)),
    long: tasks.filter(({ dur }) => dur > 50_000).length,
  };
}
