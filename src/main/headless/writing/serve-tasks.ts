import { rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { headless as words } from '../../../shared/catalogue/en/headless';
import { AppError, toErrorShape } from '../../../shared/errors';
import type { Logger } from '../../../shared/logger';
import { runTask } from './run-task';
import type { WritingProgram } from './task';
import { linesOf, requestSchema, sendLine, taskSocketPath } from './task-protocol';

/** Does what terminals ask for while the program runs. */
export interface TaskServer {
  readonly close: () => Promise<void>;
}

function parseTask(line: string) {
  try {
    return requestSchema.parse(JSON.parse(line)).task;
  } catch (cause) {
    throw new AppError('bad-input', words.olderProgram, { cause });
  }
}

/** One task a connection; a terminal that goes away stops it. */
async function answer(socket: Socket, program: WritingProgram, logger: Logger): Promise<void> {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  socket.on('error', () => gone.abort());
  try {
    for await (const line of linesOf(socket)) {
      const result = await runTask(program, parseTask(line), {
        signal: gone.signal,
        report: (news) => sendLine(socket, { kind: 'news', news }),
      });
      sendLine(socket, { kind: 'result', result });
      break;
    }
  } catch (error) {
    if (!(error instanceof AppError)) {
      logger.error('task failed', { stack: error instanceof Error ? (error.stack ?? '') : '' });
    }
    sendLine(socket, { kind: 'error', error: toErrorShape(error) });
  } finally {
    socket.end();
  }
}

/**
 * Takes tasks on the data folder's socket, for its user alone. The folder is held by this process, so that a socket
 * that lies there already was left by one that died.
 */
export async function serveTasks(
  dataFolder: string,
  program: WritingProgram,
  logger: Logger,
): Promise<TaskServer> {
  const path = taskSocketPath(dataFolder);
  if (path === null) {
    logger.warn('no tasks are taken from terminals: the path of the data folder is too long', {});
    return { close: () => Promise.resolve() };
  }
  const isFile = process.platform !== 'win32';
  if (isFile) rmSync(path, { force: true });
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    void answer(socket, program, logger);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
    if (isFile) await chmod(path, 0o600);
  } catch (error) {
    logger.warn('no tasks are taken from terminals', { error: error instanceof Error ? error.message : '' });
  }
  return {
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
