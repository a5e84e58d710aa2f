import { AppError } from '../../shared/errors';
import { withDeadline, type Deadline } from '../memory/ports/deadline';

/** Waits for work as `withDeadline` does; where the time has passed it says so in the given words. */
export async function inTime<T>(
  start: (signal: AbortSignal) => Promise<T>,
  deadline: Deadline & { readonly timeout: string },
): Promise<T> {
  try {
    return await withDeadline(start, deadline);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'timeout') throw error;
    throw new AppError('timeout', deadline.timeout, { retryable: true });
  }
}
