import { describe, expect, it } from 'vitest';
import { tasksOfTrace } from '../../bench/tasks-of-trace';

const main = { pid: 1, tid: 10 };
const page = { pid: 2, tid: 20 };
const worker = { pid: 2, tid: 21 };

const named = (place: typeof main, name: string) => ({
  ...place,
  ph: 'M',
  name: 'thread_name',
  args: { name },
});

const task = (place: typeof main, dur: number, tdur?: number) => ({
  ...place,
  ph: 'X',
  name: 'ThreadControllerImpl::RunTask',
  args: { src_file: 'somewhere.cc' },
  dur,
  ...(tdur === undefined ? {} : { tdur }),
});

const names = [
  named(main, 'CrBrowserMain'),
  named(page, 'CrRendererMain'),
  named(worker, 'ThreadPoolForegroundWorker'),
];

const traceOf = (...events: readonly object[]): string =>
  JSON.stringify({ traceEvents: [...names, ...events], metadata: {} });

describe('the tasks of a trace', () => {
  it('are told for the page and main apart, lasting and working', () => {
    const text = traceOf(
      task(page, 60_000, 20_000),
      task(page, 55_000, 51_000),
      task(page, 50_000, 50_000),
      task(worker, 900_000, 900_000),
      task(main, 70_500, 4_500),
      task(main, 1_000, 900),
    );
    expect(tasksOfTrace(text)).toEqual([
      { thread: 'page', longest: 60, mostWork: 51, long: 2, longWork: 1 },
      { thread: 'main', longest: 70.5, mostWork: 4.5, long: 1, longWork: 0 },
    ]);
  });

  it('leave the work open where the system does not tell it', () => {
    const [ofPage] = tasksOfTrace(traceOf(task(page, 60_000), task(main, 1_000, 900)));
    expect(ofPage).toEqual({ thread: 'page', longest: 60, mostWork: null, long: 1, longWork: null });
  });

  it('are not zeros where a thread has none, because tasks or threads are called otherwise', () => {
    const renamed = { ...task(main, 1_000, 900), name: 'RunTask' };
    expect(() => tasksOfTrace(traceOf(task(page, 1_000, 900), renamed))).toThrow(
      'no ThreadControllerImpl::RunTask of CrBrowserMain',
    );
    expect(() => tasksOfTrace(traceOf(task(main, 1_000, 900)))).toThrow('of CrRendererMain');
  });
});
