import { toErrorShape } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import type { Clock } from '../memory/ports/clock';
import type { ForgetStore } from '../memory/ports/forget-store';

/** When a failed attempt is made again, in milliseconds. */
const retryMs = 30_000;

/** What the schedule needs. */
export interface ForgetScheduleOptions {
  readonly store: Pick<ForgetStore, 'eraseForgotten'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Called when something was erased. */
  readonly onErased: () => void;
}

/** Erases what was deleted, when its undo has passed. */
export interface ForgetSchedule {
  /** Looks for what is due, and again when the next is. Call it when something was deleted. */
  wake(): void;
  /** Erases all that is hidden, due or not: at the start and at the end nothing can be undone any more. */
  finish(): Promise<void>;
  /** Looks no more. */
  stop(): void;
}

/** Makes a schedule; what it waits for is noted in the database, so that nothing is lost with it. */
export function createForgetSchedule(options: ForgetScheduleOptions): ForgetSchedule {
  const { store, clock, logger, onErased } = options;
  let cancelTimer: () => void = () => undefined;
  let isStopped = false;
  let working: Promise<void> = Promise.resolve();

  const erase = async (before: number | null): Promise<void> => {
    try {
      const { erased, nextAt } = await store.eraseForgotten({ before });
      if (erased > 0) onErased();
      plan(nextAt === null ? null : Math.max(50, nextAt - clock.now()));
    } catch (error) {
      logger.warn('nothing was erased yet', { error: toErrorShape(error).message });
      plan(retryMs);
    }
  };
  const inTurn = (before: () => number | null): Promise<void> => {
    working = working.then(() => erase(before()));
    return working;
  };
  const wake = (): void => {
    if (!isStopped) void inTurn(() => clock.now());
  };
  const plan = (ms: number | null): void => {
    cancelTimer();
    if (ms !== null && !isStopped) cancelTimer = clock.after(ms, wake);
  };

  return {
    wake,
    finish: () => inTurn(() => null),
    stop: () => {
      isStopped = true;
      cancelTimer();
    },
  };
}
