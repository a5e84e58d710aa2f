import { jobIdSchema, type SessionId, type UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { Engine } from '../../memory/ports/engine';
import type { ContextSettings, QueryVector } from '../../memory/ports/recall';
import type { HandlerMap } from '../handler-map';

/** What the memory calls need. */
export interface MemoryHandlerPorts {
  readonly engine: Engine;
  readonly userId: () => UserId;
  readonly settingsFor: (session: Session) => ContextSettings;
  readonly embed: (
    about: { readonly userId: UserId; readonly sessionId: SessionId },
    text: string,
    signal: AbortSignal,
  ) => Promise<QueryVector>;
  /** The name vectors are stored under now. */
  readonly embeddingModel: () => string;
  readonly onJobsEnqueued: () => void;
  /** The background work, of all users. */
  readonly jobs: { readonly pause: (paused: boolean) => void; readonly isPaused: () => boolean };
}

/** Answers the calls that look into the memory. */
export function createMemoryHandlers(
  ports: MemoryHandlerPorts,
): Pick<
  HandlerMap,
  | 'memory.snapshot'
  | 'memory.snapshots'
  | 'memory.tryRecall'
  | 'memory.summaries'
  | 'memory.jobs'
  | 'memory.pauseJobs'
  | 'memory.jobsState'
  | 'memory.retryJob'
> {
  const { engine, userId } = ports;
  return {
    'memory.snapshot': async ({ sessionId, turnId }) => {
      const turnIds = turnId === null ? null : [turnId];
      const [snapshot] = await engine.readSnapshots({ userId: userId(), sessionId, turnIds });
      return snapshot ?? null;
    },
    'memory.snapshots': (input) => engine.readSnapshots({ userId: userId(), ...input }),
    'memory.tryRecall': async ({ sessionId, query }, { signal }) => {
      const session = await engine.getSession({ userId: userId(), sessionId });
      const settings = ports.settingsFor(session);
      const queryVector = await ports.embed({ userId: userId(), sessionId }, query, signal);
      return engine.recall({
        userId: userId(),
        sessionId,
        query,
        queryVector,
        settings,
        userMessageId: null,
      });
    },
    'memory.summaries': ({ sessionId }) => engine.listSummaries({ userId: userId(), sessionId }),
    'memory.jobs': () => engine.listJobs({ userId: userId(), embeddingModel: ports.embeddingModel() }),
    'memory.pauseJobs': ({ paused }) => {
      ports.jobs.pause(paused);
      return Promise.resolve(null);
    },
    'memory.jobsState': async () => ({
      paused: ports.jobs.isPaused(),
      counts: await engine.countJobs({ userId: userId() }),
    }),
    'memory.retryJob': async ({ jobId }) => {
      await engine.retryJob({ userId: userId(), jobId: jobIdSchema.parse(jobId) });
      ports.onJobsEnqueued();
      return null;
    },
  };
}
