import type { JobView } from '../../../shared/contract/calls/memory-calls';
import type { UserId } from '../../../shared/model/ids';
import type { ListedJob } from '../../storage/tables/job-table';
import type { JobQueue } from '../../memory/ports/job-queue';
import type { EngineParts } from '../engine-parts';

/** How many messages of a chat that is being embedded have their vectors, or how many of its chunks their sentences. */
function progressOf(
  { tables }: EngineParts,
  job: ListedJob & { readonly userId: UserId },
  model: string,
): JobView['progress'] {
  if (job.state !== 'running') return null;
  const { userId, sessionId } = job;
  if (job.kind === 'embed-sentences') return tables.sentences.progressOf(userId, sessionId, model);
  if (job.kind !== 'embed') return null;
  const total = tables.recall.countMessages(userId, sessionId);
  const lacking = tables.vectors.countLacking(userId, sessionId, model, Number.MAX_SAFE_INTEGER);
  return { done: Math.max(0, total - lacking), total };
}

/** The durable queue. */
export function createJobOperations(parts: EngineParts): JobQueue {
  const { clock } = parts;
  const { jobs } = parts.tables;
  return {
    claimJob: ({ now }) => Promise.resolve(jobs.claim(now)),
    completeJob: ({ jobId }) => {
      jobs.complete(jobId, clock.now());
      return Promise.resolve(null);
    },
    failJob: ({ jobId, error, retryAt }) => {
      if (retryAt === null) jobs.bury(jobId, error, clock.now());
      else jobs.putBack(jobId, error, retryAt);
      return Promise.resolve(null);
    },
    releaseJob: ({ jobId }) => {
      jobs.release(jobId);
      return Promise.resolve(null);
    },
    nextJobAt: () => Promise.resolve(jobs.nextAt()),
    postponeJob: ({ jobId, error, until }) => {
      jobs.postpone(jobId, error, until);
      return Promise.resolve(null);
    },
    listJobs: ({ userId, embeddingModel = null }) =>
      Promise.resolve(
        jobs.list(userId).map(({ sessionId, ...job }) => ({
          ...job,
          progress:
            embeddingModel === null ? null : progressOf(parts, { userId, sessionId, ...job }, embeddingModel),
        })),
      ),
    countJobs: ({ userId }) => Promise.resolve(jobs.countOpen(userId)),
    retryJob: ({ userId, jobId }) => {
      jobs.retry(userId, jobId, clock.now());
      return Promise.resolve(null);
    },
    stoppedWork: ({ userId, sessionId, kind }) => Promise.resolve(jobs.findStopped(userId, sessionId, kind)),
    retryStopped: () => {
      jobs.retryStopped(clock.now());
      return Promise.resolve(null);
    },
  };
}
