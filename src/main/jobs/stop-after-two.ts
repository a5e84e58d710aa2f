import { AppError, toErrorShape } from '../../shared/errors';
import type { JobHandler } from './job-handler';

/** Tries after which a kind of job stops. */
const tries = 2;

/**
 * Wraps a job whose model may fail again and again (an empty answer after every turn burns an allowance): its second
 * failure is its last, and the queue starts no other of its kind until a retry. A rate limit is a matter of waiting, and
 * has the tries of any job.
 */
export function stopAfterTwo(handler: JobHandler): JobHandler {
  return async (job, signal) => {
    try {
      return await handler(job, signal);
    } catch (error) {
      const { kind, message } = toErrorShape(error);
      const isLast = job.attempts + 1 >= tries && kind !== 'rate-limit' && kind !== 'not-found';
      if (!isLast || signal.aborted) throw error;
      throw new AppError(kind, message, { cause: error, retryable: false });
    }
  };
}
