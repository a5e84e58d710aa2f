import type { Job, JobKind } from '../memory/ports/job-queue';

/** How a piece of work ended that did not fail; done where nothing is said. */
export type JobOutcome = 'done' | 'unfinished' | undefined;

/**
 * Does one kind of job. It must be safe to run again: a kill may come at any point. One that answers 'unfinished' is put back,
 * so that what else is due goes first.
 */
export type JobHandler = (job: Job, signal: AbortSignal) => Promise<JobOutcome>;

/** One handler for every kind. */
export type JobHandlers = { readonly [Kind in JobKind]: JobHandler };
