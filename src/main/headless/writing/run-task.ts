import { assertNever } from '../../../shared/assert-never';
import { runChat } from './run-chat';
import { runImport } from './run-import';
import type { Task, TaskContext, TaskResult, WritingProgram } from './task';

/** Does what a terminal asked for. Errors: those of the calls it is made of; `cancelled`. */
export function runTask(program: WritingProgram, task: Task, context: TaskContext): Promise<TaskResult> {
  switch (task.kind) {
    case 'chat':
      return runChat(program, task, context);
    case 'import':
      return runImport(program, task, context);
    default:
      return assertNever(task);
  }
}
