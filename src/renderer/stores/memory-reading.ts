import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import type { MemoryAccess, MemoryState } from './memory-state';

type MemoryReading = Pick<
  MemoryState,
  | 'registry'
  | 'registryFailed'
  | 'loadRegistry'
  | 'jobs'
  | 'jobsState'
  | 'isTrying'
  | 'tryRecall'
  | 'loadJobs'
  | 'retryJob'
  | 'pauseJobs'
>;

/** What the memory pane reads on demand: a tried recall, the jobs. */
export function createMemoryReading(bridge: Bridge, { get, set }: MemoryAccess): MemoryReading {
  return {
    registry: null,
    registryFailed: false,
    loadRegistry: async () => {
      const registry = await bridge.call('memory.registry', {}).catch(() => null);
      set(registry === null ? { registryFailed: true } : { registry, registryFailed: false });
    },
    jobs: [],
    jobsState: null,
    isTrying: false,
    tryRecall: async (query) => {
      const { sessionId } = get();
      if (sessionId === null || query.trim() === '') return;
      set({ isTrying: true, tryError: null });
      try {
        const tried = await bridge.call('memory.tryRecall', { sessionId, query });
        if (get().sessionId === sessionId) set({ tried });
      } catch (error) {
        set({ tryError: toErrorShape(error) });
      } finally {
        set({ isTrying: false });
      }
    },
    loadJobs: async () => {
      const asked = [bridge.call('memory.jobs', {}), bridge.call('memory.jobsState', {})] as const;
      const answers = await Promise.all(asked).catch(() => null);
      if (answers !== null) set({ jobs: answers[0], jobsState: answers[1] });
    },
    pauseJobs: async (paused) => {
      await bridge.call('memory.pauseJobs', { paused }).catch(() => null);
      await get().loadJobs();
    },
    retryJob: async (jobId) => {
      await bridge.call('memory.retryJob', { jobId }).catch(() => null);
      await get().loadJobs();
    },
  };
}
