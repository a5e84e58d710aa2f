import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { Clock } from '../memory/ports/clock';

/** Waits `ms`; throws `cancelled` at once when the signal aborts. */
export async function pause(ms: number, clock: Pick<Clock, 'after'>, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const cancel = (): void => {
      stopTimer();
      reject(new AppError('cancelled', catalogue.provider.stopped));
    };
    const stopTimer = clock.after(ms, () => {
      signal.removeEventListener('abort', cancel);
      resolve();
    });
    if (signal.aborted) cancel();
    else signal.addEventListener('abort', cancel, { once: true });
  });
}
