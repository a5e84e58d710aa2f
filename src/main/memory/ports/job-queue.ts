import type { AppErrorShape } from '../../../shared/errors';
import type { JobId, SessionId, UserId } from '../../../shared/model/ids';
import type { JobCounts, JobView } from '../../../shared/contract/calls/memory-calls';
import type { StoppedWork } from '../../../shared/model/summary';

/** What can be done in the background; each kind has one file under jobs/. */
export const jobKinds = [
  'embed',
  'embed-sentences',
  'score',
  'summarise',
  'distil',
  'measure-floor',
] as const;
/** See {@link jobKinds}. */
export type JobKind = (typeof jobKinds)[number];

/**
 * Kinds that stop as a whole when one of them gave up: a model that answers nothing would otherwise be paid for again
 * after every turn. The others wait until a retry lets all of them go on.
 */
export const stoppingKinds = ['score', 'summarise', 'distil'] as const satisfies readonly JobKind[];
/** See {@link stoppingKinds}. */
export type StoppingKind = (typeof stoppingKinds)[number];

/** The kind that waits until nothing else is due: nothing is wrong without it. */
export const lastKind: JobKind = 'embed-sentences';

/** One claimed unit of background work. */
export interface Job {
  readonly id: JobId;
  readonly kind: JobKind;
  readonly userId: UserId;
  readonly sessionId: SessionId;
  /** How often it was tried before, from 0. */
  readonly attempts: number;
}

/** The durable queue. A claimed job that is neither completed nor failed runs again after a restart. */
export interface JobQueue {
  /** Takes the oldest due job, if any whose kind does not stand still, and marks it running; the last kind after all others. */
  claimJob(input: { readonly now: number }): Promise<Job | null>;
  completeJob(input: { readonly jobId: JobId }): Promise<null>;
  /** Puts it back until `retryAt`, or among the dead letters when `retryAt` is null. */
  failJob(input: {
    readonly jobId: JobId;
    readonly error: AppErrorShape;
    readonly retryAt: number | null;
  }): Promise<null>;
  /** Gives a job back untouched, as at quit: the try does not count. */
  releaseJob(input: { readonly jobId: JobId }): Promise<null>;
  /** Milliseconds since 1970 at which the next waiting job is due; null when none waits, or those that do stand still. */
  nextJobAt(input: Record<string, never>): Promise<number | null>;
  /** What is not done, of a user. */
  countJobs(input: { readonly userId: UserId }): Promise<JobCounts>;
  /**
   * At most 100: what runs, what failed, what waits in the order in which it will run, what was done last.
   * The embedding model tells how far embedding is; without it no progress is known.
   */
  listJobs(input: { readonly userId: UserId; readonly embeddingModel?: string }): Promise<readonly JobView[]>;
  /** Puts a job back until `until` without counting the try: what it needs is not to be had before. */
  postponeJob(input: {
    readonly jobId: JobId;
    readonly error: AppErrorShape;
    readonly until: number;
  }): Promise<null>;
  /** Puts a dead job back; of a kind that stops as a whole, all of the user's. */
  retryJob(input: { readonly userId: UserId; readonly jobId: JobId }): Promise<null>;
  /** The dead job for which a session's work of a kind stands still; null while it goes on. */
  stoppedWork(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly kind: StoppingKind;
  }): Promise<StoppedWork | null>;
  /** Puts every job back that stopped its kind: the model they failed with was changed. */
  retryStopped(input: Record<string, never>): Promise<null>;
}
