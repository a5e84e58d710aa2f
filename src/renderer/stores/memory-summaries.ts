import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import type { MemoryAccess } from './memory-state';
import { createSummaryReading } from './memory-summary-reading';
import type { SummariesSlice } from './summaries-slice';

/** What of it begins anew with another chat. */
export const clearedSummaries = {
  summaries: [],
  summaryState: null,
  chosenVersion: null,
  summaryDiff: null,
  rangePreview: null,
  isSummarising: false,
  summaryError: null,
} satisfies Partial<SummariesSlice>;

/** The part of the memory store behind the Summaries tab. */
export function createMemorySummaries(bridge: Bridge, access: MemoryAccess): SummariesSlice {
  const { get, set } = access;

  /** Does something to the summaries of the open chat; says whether it was done. */
  const work = async (change: (sessionId: SessionId) => Promise<unknown>): Promise<boolean> => {
    const { sessionId, isSummarising } = get();
    if (sessionId === null || isSummarising) return false;
    const isOpen = (): boolean => get().sessionId === sessionId;
    set({ isSummarising: true, summaryError: null, rangePreview: null });
    try {
      await change(sessionId);
      if (isOpen()) set({ chosenVersion: null });
      return true;
    } catch (error) {
      if (isOpen()) set({ summaryError: toErrorShape(error) });
      return false;
    } finally {
      if (isOpen()) {
        set({ isSummarising: false });
        await get().loadSummaries();
      }
    }
  };

  return {
    ...clearedSummaries,
    ...createSummaryReading(bridge, access),
    compact: async () => {
      await work((sessionId) => bridge.call('summaries.compact', { sessionId }));
    },
    summariseAgain: async () => {
      await work((sessionId) => bridge.call('summaries.again', { sessionId }));
    },
    summariseRange: async (from, to) => {
      await work((sessionId) => bridge.call('summaries.range', { sessionId, from, to }));
    },
    editSummary: (summaryId, text) =>
      work((sessionId) => bridge.call('summaries.edit', { sessionId, summaryId, text })),
    rollBack: async (summaryId) => {
      await work((sessionId) => bridge.call('summaries.rollBack', { sessionId, summaryId }));
    },
    retryStopped: async (jobId) => {
      await work(() => bridge.call('memory.retryJob', { jobId }));
    },
  };
}
