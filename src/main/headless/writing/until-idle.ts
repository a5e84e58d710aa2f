import { setTimeout as pause } from 'node:timers/promises';
import type { TaskContext, WritingProgram } from './task';

const pauseMs = 200;

/**
 * Resolves when no job waits that could run now, or when the signal aborts; one that failed and waits for its next try
 * is not waited for.
 */
export async function untilIdle(
  program: Pick<WritingProgram, 'handlers'>,
  { report, signal }: TaskContext,
): Promise<void> {
  let most = 0;
  while (!signal.aborted) {
    const jobs = await program.handlers()['memory.jobs']({}, { signal });
    const open = jobs.filter(
      ({ state, runAfter }) => state === 'running' || (state === 'waiting' && runAfter <= Date.now()),
    ).length;
    if (open === 0) return;
    most = Math.max(most, open);
    report({ kind: 'progress', phase: 'embedding', done: most - open, total: most });
    await pause(pauseMs);
  }
}
