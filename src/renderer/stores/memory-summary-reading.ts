import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Summary } from '../../shared/model/summary';
import type { Bridge } from '../bridge';
import type { MemoryAccess } from './memory-state';
import type { SummariesSlice } from './summaries-slice';

type SummaryReading = Pick<SummariesSlice, 'loadSummaries' | 'chooseVersion' | 'previewRange'>;

/** What the Summaries tab reads: the versions, the one looked at against the one before, what a range would do. */
export function createSummaryReading(bridge: Bridge, { get, set }: MemoryAccess): SummaryReading {
  // Of several readings asked for one after another only the last counts.
  let asked = 0;
  const isOpen = (sessionId: SessionId): boolean => get().sessionId === sessionId;

  const shown = (): Summary | undefined => {
    const { summaries, chosenVersion } = get();
    return (
      summaries.find(({ id }) => id === chosenVersion) ??
      summaries.find(({ current }) => current) ??
      summaries[0]
    );
  };

  const loadDiff = async (sessionId: SessionId): Promise<void> => {
    const summaryId = shown()?.id;
    if (summaryId === undefined) {
      set({ summaryDiff: null });
      return;
    }
    const diff = await bridge.call('summaries.diff', { sessionId, summaryId }).catch(() => null);
    // By now another version may be looked at, whose own reading is under way.
    if (isOpen(sessionId) && shown()?.id === summaryId) set({ summaryDiff: diff });
  };

  return {
    loadSummaries: async () => {
      const { sessionId } = get();
      if (sessionId === null) return;
      const mine = ++asked;
      const isWanted = (): boolean => mine === asked && isOpen(sessionId);
      const summaries = await bridge.call('memory.summaries', { sessionId }).catch(() => []);
      if (!isWanted()) return;
      set({ summaries });
      if (get().tab !== 'summaries') return;
      const [state] = await Promise.all([
        bridge.call('summaries.read', { sessionId }).catch(() => null),
        loadDiff(sessionId),
      ]);
      // Versions and what could be done with them are shown as of the same instant.
      if (isWanted() && state !== null) set({ summaryState: state, summaries: state.summaries });
    },
    chooseVersion: async (chosenVersion) => {
      const { sessionId } = get();
      if (sessionId === null) return;
      set({ chosenVersion, summaryDiff: null, summaryError: null });
      await loadDiff(sessionId);
    },
    previewRange: async (from, to) => {
      const { sessionId } = get();
      if (sessionId === null) return;
      try {
        const rangePreview = await bridge.call('summaries.previewRange', { sessionId, from, to });
        if (isOpen(sessionId)) set({ rangePreview, summaryError: null });
      } catch (error) {
        if (isOpen(sessionId)) set({ rangePreview: null, summaryError: toErrorShape(error) });
      }
    },
  };
}
