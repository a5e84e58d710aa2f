import type { Job, JobKind } from '../memory/ports/job-queue';

/** Does one kind of job. It must be safe to run again: a kill may come at any point. */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<void>;

/** One handler for every kind. */
export type JobHandlers = { readonly [Kind in JobKind]: JobHandler };
