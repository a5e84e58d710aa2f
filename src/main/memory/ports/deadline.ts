import { AppError } from '../../../shared/errors';
import type { Clock } from './clock';

/** What bounds the work. */
export interface Deadline {
  readonly ms: number;
  readonly clock: Pick<Clock, 'after'>;
  /** Ends the work early, as `cancelled`. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts work and waits at most `ms` for it; the work's own signal is aborted when the wait ends.
 *
 * Throws `timeout` when the time has passed, `cancelled` when the given signal aborts, else what the work throws. The
 * answer does not wait for the work to notice: work that ignores its signal is left behind.
 */
export async function withDeadline<T>(
  start: (signal: AbortSignal) => Promise<T>,
  { ms, clock, signal }: Deadline,
): Promise<T> {
  const work = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = (settle: () => void): void => {
      stopTimer();
      signal?.removeEventListener('abort', cancel);
      settle();
    };
    const giveUp = (error: AppError): void => {
      end(() => reject(error));
      work.abort(error);
    };
    const cancel = (): void => giveUp(new AppError('cancelled', 'Stopped.'));
    const stopTimer = clock.after(ms, () =>
      giveUp(new AppError('timeout', 'This took too long. Try again.', { retryable: true })),
    );
    if (signal?.aborted === true) {
      cancel();
      return;
    }
    signal?.addEventListener('abort', cancel, { once: true });
    // Inside an async function, so that work that throws at once is an answer too.
    (async () => start(work.signal))().then(
      (value) => end(() => resolve(value)),
      (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}
