import type { JobQueue } from '../../memory/ports/job-queue';
import type { EngineParts } from '../engine-parts';

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
    listJobs: ({ userId }) => Promise.resolve(jobs.list(userId)),
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
