import type { Logger } from '../../shared/logger';

/** Logs what nobody caught. The program goes on: data is safe in its own thread, behind transactions. */
export function logUncaught(logger: Logger): void {
  process.on('uncaughtException', (error) => {
    logger.error('an exception was not caught', { stack: stackOf(error) });
  });
  process.on('unhandledRejection', (reason) => {
    logger.error('a rejection was not handled', { stack: stackOf(reason) });
  });
}

/** The stack of an error, or what kind of thing was thrown in its place. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : `a thrown ${typeof error}`;
}
