import { connect, type Socket } from 'node:net';
import { headless as words } from '../../../shared/catalogue/en/headless';
import { AppError } from '../../../shared/errors';
import type { TaskNews, TaskResult, Writer } from './task';
import { answerSchema, linesOf, sendLine, taskSocketPath } from './task-protocol';

/** Milliseconds the running program may take to answer the door. */
const connectMs = 5_000;

async function connected(path: string | null): Promise<Socket> {
  const unanswered = (cause?: unknown): AppError =>
    new AppError('conflict', words.unanswered, { cause, retryable: true });
  if (path === null) throw unanswered();
  const socket = connect(path);
  socket.setTimeout(connectMs);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', (error) => reject(unanswered(error)));
    socket.once('timeout', () => reject(unanswered()));
  }).catch((error: unknown) => {
    socket.destroy();
    throw error;
  });
  socket.setTimeout(0);
  return socket;
}

/** Has the Engram that holds the data folder do what writes. Errors: `conflict` where it does not answer. */
export function askRunningProgram(dataFolder: string): Writer {
  return {
    run: async (task, { report, signal }) => {
      const socket = await connected(taskSocketPath(dataFolder));
      socket.on('error', () => socket.destroy());
      const stop = (): void => void socket.destroy();
      signal.addEventListener('abort', stop, { once: true });
      try {
        sendLine(socket, { version: 1, task });
        for await (const line of linesOf(socket)) {
          const answer = answerSchema.parse(JSON.parse(line));
          // The other end is this program, of this or another version: what it tells is shown, not trusted with more.
          if (answer.kind === 'news') report(answer.news as TaskNews);
          else if (answer.kind === 'result') return answer.result as TaskResult;
          else throw AppError.fromShape(answer.error);
        }
        if (signal.aborted) throw new AppError('cancelled', '');
        throw new AppError('conflict', words.unanswered, { retryable: true });
      } finally {
        signal.removeEventListener('abort', stop);
        socket.destroy();
      }
    },
    close: () => Promise.resolve(),
  };
}
