import type { AppErrorShape } from '../../../shared/errors';
import type { JobId, SessionId, UserId } from '../../../shared/model/ids';
import type { JobView } from '../../../shared/contract/calls/memory-calls';

/** What can be done in the background; each kind has one file under jobs/. */
export const jobKinds = ['embed', 'summarise'] as const;
/** See {@link jobKinds}. */
export type JobKind = (typeof jobKinds)[number];

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
  /** Takes the oldest due job, if any, and marks it running. */
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
  /** Milliseconds since 1970 at which the next waiting job is due; null when none waits. */
  nextJobAt(input: Record<string, never>): Promise<number | null>;
  listJobs(input: { readonly userId: UserId }): Promise<readonly JobView[]>;
  retryJob(input: { readonly userId: UserId; readonly jobId: JobId }): Promise<null>;
}
