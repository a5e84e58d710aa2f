import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import { createCasesSlice } from './cases-slice';
import { createFloorsSlice } from './floors-slice';
import { createHealthSlice } from './health-slice';
import { createHygieneSlice } from './hygiene-slice';
import { createMemoryReading } from './memory-reading';
import type { MemoryAccess, MemoryState } from './memory-state';
import { createMemoryProfile } from './memory-profile';
import { clearedSummaries, createMemorySummaries } from './memory-summaries';
import type { Timers } from './pacer';
import { createPeekSlice } from './peek-slice';
import { createWhatIfSlice } from './what-if-slice';

const cleared = {
  health: null,
  snapshot: null,
  followsLast: true,
  ...clearedSummaries,
  tried: null,
  tryError: null,
  highlight: null,
  alsoLit: [],
  peek: null,
};

/** What the tabs of the pane read and do, a slice each. */
function createSlices(bridge: Bridge, timers: Timers, access: MemoryAccess) {
  return {
    ...createMemoryReading(bridge, access),
    ...createMemorySummaries(bridge, access),
    ...createHealthSlice(bridge, access),
    ...createFloorsSlice(bridge, access.set),
    ...createHygieneSlice(bridge, access),
    ...createCasesSlice(bridge, access),
    ...createWhatIfSlice(bridge, access),
    ...createPeekSlice(bridge, timers, access),
    ...createMemoryProfile(bridge, timers, access),
  };
}

/** The store behind the memory pane. */
export function createMemoryStore(bridge: Bridge, timers: Timers): StoreApi<MemoryState> {
  return createStore<MemoryState>()((set, get) => {
    const isOpen = (sessionId: SessionId): boolean => get().sessionId === sessionId;
    // Of several turns asked for one after another only the last is shown.
    let asked = 0;

    return {
      sessionId: null,
      tab: 'context',
      phase: 'idle',
      ...cleared,
      ...createSlices(bridge, timers, { get, set }),
      open: async (sessionId) => {
        if (sessionId === get().sessionId) return;
        set({ ...cleared, sessionId, phase: sessionId === null ? 'idle' : 'loading' });
        if (sessionId === null) return;
        const health = get().tab === 'health' ? get().loadHealth() : null;
        await Promise.all([get().showTurn(null), get().loadSummaries(), health]);
      },
      showTab: (tab) => {
        set({ tab });
        if (tab === 'summaries') void get().loadSummaries();
        if (tab !== 'health') return;
        void get().loadJobs();
        void get().loadHealth();
      },
      showTurn: async (turnId) => {
        const { sessionId } = get();
        if (sessionId === null) return;
        const mine = ++asked;
        const isWanted = (): boolean => mine === asked && isOpen(sessionId);
        set({ followsLast: turnId === null, tried: null });
        try {
          const snapshot = await bridge.call('memory.snapshot', { sessionId, turnId });
          if (isWanted()) set({ snapshot, phase: 'ready' });
        } catch {
          if (isWanted()) set({ phase: 'failed' });
        }
      },
      acceptSnapshot: (snapshot) => {
        const { followsLast, snapshot: shown } = get();
        if (!isOpen(snapshot.sessionId)) return;
        if (followsLast) {
          asked += 1;
          set({ snapshot, phase: 'ready', tried: null });
        } else if (shown?.turnId === snapshot.turnId) {
          set({ snapshot });
        }
      },
      setHighlight: (highlight) => set({ highlight }),
      lightAll: (alsoLit) => {
        if (alsoLit.length > 0 || get().alsoLit.length > 0) set({ alsoLit });
      },
    };
  });
}
