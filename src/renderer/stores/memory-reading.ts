import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import type { MemoryAccess, MemoryState } from './memory-state';

type MemoryReading = Pick<
  MemoryState,
  'registry' | 'registryFailed' | 'loadRegistry' | 'jobs' | 'isTrying' | 'tryRecall' | 'loadJobs' | 'retryJob'
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
      const jobs = await bridge.call('memory.jobs', {}).catch(() => null);
      if (jobs !== null) set({ jobs });
    },
    retryJob: async (jobId) => {
      await bridge.call('memory.retryJob', { jobId }).catch(() => null);
      await get().loadJobs();
    },
  };
}
