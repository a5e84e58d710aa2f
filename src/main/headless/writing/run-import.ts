import { untilIdle } from './until-idle';
import type { Task, TaskContext, TaskResult, WritingProgram } from './task';

/** Imports a file and, where that is asked for, waits until its messages are embedded. */
export async function runImport(
  program: WritingProgram,
  { path, wait }: Extract<Task, { kind: 'import' }>,
  context: TaskContext,
): Promise<TaskResult> {
  const { report, signal } = context;
  const conversations = await program.importFile(path, {
    signal,
    onProgress: (phase, done, total) => report({ kind: 'progress', phase, done, total }),
  });
  if (wait) await untilIdle(program, context);
  return { kind: 'import', conversations };
}
