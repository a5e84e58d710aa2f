import { AppError, toErrorShape } from '../../shared/errors';
import type { Clock } from '../memory/ports/clock';
import { ContextOverflowError } from '../memory/ports/context-overflow-error';
import { NotNowError } from '../memory/ports/not-now-error';
import type { Job, JobQueue } from '../memory/ports/job-queue';
import { RateLimitError } from '../memory/ports/rate-limit-error';
import type { Logger } from '../../shared/logger';
import type { JobHandlers } from './job-handler';
import { maxAttempts, retryDelay } from './retry-delay';

/** What the runner needs. */
export interface JobRunnerOptions {
  readonly queue: JobQueue;
  readonly handlers: JobHandlers;
  readonly clock: Clock;
  readonly logger: Logger;
  /** In [0, 1). */
  readonly random: () => number;
  /** Called whenever a job began or ended. */
  readonly onChange: () => void;
}

/** Works through the durable queue, one job at a time. */
export interface JobRunner {
  /** Looks for work now; call it when work was enqueued. */
  wake(): void;
  /** Resolves when nothing is due. */
  idle(): Promise<void>;
  /** Stops the running job, gives it back and starts no other until it goes on, at the latest with the next start. */
  pause(paused: boolean): void;
  isPaused(): boolean;
  /** Stops the running job, gives it back and starts no other; resolves when that is done. */
  stop(): Promise<void>;
}

/** How long a queue that failed as a whole (a lost worker, a full disk) is left alone, in milliseconds. */
const restMs = 10_000;

class QueueRunner implements JobRunner {
  readonly #options: JobRunnerOptions;
  /** Aborted while nothing is to run. */
  #halting = new AbortController();
  #isStopped = false;
  #cancelTimer: () => void = () => undefined;
  #working: Promise<void> | null = null;
  /** How often the runner was woken: a wake while it works makes it look once more. */
  #wakes = 0;

  constructor(options: JobRunnerOptions) {
    this.#options = options;
  }

  readonly wake = (): void => {
    this.#wakes += 1;
    if (this.#working !== null || this.isPaused()) return;
    this.#cancelTimer();
    const wakesBefore = this.#wakes;
    let failed = false;
    this.#working = this.#work()
      .then(() => this.#sleepUntilDue())
      .catch((error: unknown) => {
        // Tried again later rather than spun.
        failed = true;
        this.#options.logger.error('job queue failed', { error: toErrorShape(error).message });
        this.#cancelTimer = this.#options.clock.after(restMs, this.wake);
      })
      .finally(() => {
        this.#working = null;
        // Woken between the last look and now: what was enqueued then must not wait for the next wake.
        if (!failed && this.#wakes !== wakesBefore) this.wake();
      });
  };

  readonly pause = (paused: boolean): void => {
    if (this.#isStopped || paused === this.isPaused()) return;
    if (paused) this.#halt();
    else {
      this.#halting = new AbortController();
      this.wake();
    }
    this.#options.onChange();
  };

  readonly isPaused = (): boolean => this.#halting.signal.aborted;

  readonly idle = async (): Promise<void> => {
    while (this.#working !== null) await this.#working;
  };

  readonly stop = async (): Promise<void> => {
    this.#isStopped = true;
    this.#halt();
    await this.idle();
  };

  #halt(): void {
    this.#halting.abort(new AppError('cancelled', ''));
    this.#cancelTimer();
  }

  async #work(): Promise<void> {
    const { queue, clock } = this.#options;
    for (;;) {
      const wakesBefore = this.#wakes;
      const job = this.isPaused() ? null : await queue.claimJob({ now: clock.now() });
      if (job !== null) await runJob(this.#options, job, this.#halting.signal);
      else if (wakesBefore === this.#wakes || this.isPaused()) return;
    }
  }

  async #sleepUntilDue(): Promise<void> {
    const { queue, clock } = this.#options;
    const at = await queue.nextJobAt({});
    if (at === null || this.isPaused()) return;
    this.#cancelTimer();
    this.#cancelTimer = clock.after(Math.max(50, at - clock.now()), this.wake);
  }
}

/** Makes a runner; it sleeps until it is woken. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  return new QueueRunner(options);
}

async function runJob(options: JobRunnerOptions, job: Job, signal: AbortSignal): Promise<void> {
  const { queue, handlers, clock, logger, onChange } = options;
  onChange();
  try {
    const outcome = await handlers[job.kind](job, signal);
    if (outcome === 'unfinished') await queue.releaseJob({ jobId: job.id });
    else await queue.completeJob({ jobId: job.id });
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not-found') {
      // What it was about was deleted meanwhile: nothing is left to do.
      await queue.completeJob({ jobId: job.id });
    } else if (signal.aborted) {
      await queue.releaseJob({ jobId: job.id });
    } else {
      if (!(error instanceof AppError)) {
        logger.error('job failed', {
          kind: job.kind,
          stack: error instanceof Error ? (error.stack ?? '') : '',
        });
      }
      const until = notBefore(error, clock.now());
      if (until !== null) {
        await queue.postponeJob({ jobId: job.id, error: toErrorShape(error), until });
        onChange();
        return;
      }
      const again = isWorthRetrying(error) && job.attempts + 1 < maxAttempts;
      const delay = retryDelay(job.attempts, options.random());
      const retryAt = again ? Math.max(clock.now() + delay, serverWants(error)) : null;
      await queue.failJob({ jobId: job.id, error: toErrorShape(error), retryAt });
    }
  }
  onChange();
}

/** Until when a job is put off without a failure of its own: its server's window is closed, or nothing may be asked. */
function notBefore(error: unknown, now: number): number | null {
  if (error instanceof NotNowError) return error.until;
  if (!(error instanceof RateLimitError)) return null;
  return error.retryAfterMs === null ? (error.retryAt ?? null) : now + error.retryAfterMs;
}

/** When a server that asked to be left alone may be asked again, in milliseconds since 1970; 0 where none did. */
function serverWants(error: unknown): number {
  return error instanceof AppError ? (error.retryAt ?? 0) : 0;
}

/** A deleted chat or a refused key does not come right by waiting; a bug may be a passing state. */
function isWorthRetrying(error: unknown): boolean {
  // The same words are as long the next time.
  if (error instanceof ContextOverflowError) return false;
  return !(error instanceof AppError) || error.retryable;
}
