import type { HealthReport, StorageReport } from '../../shared/model/health';
import type { SessionId } from '../../shared/model/ids';
import type { NetworkEntry } from '../../shared/model/network';
import type { SpendingView } from '../../shared/model/spending';
import type { Bridge } from '../bridge';

/** How many of the latest turns the figures may be of. */
export const healthTurnCounts = [30, 100, 1_000] as const;
/** One of {@link healthTurnCounts}. */
export type HealthTurnCount = (typeof healthTurnCounts)[number];

/** What the Health tab shows. */
export interface HealthState {
  /** Null until it is read. */
  readonly health: HealthReport | null;
  readonly storage: StorageReport | null;
  readonly healthFailed: boolean;
  readonly healthScope: 'chat' | 'all';
  readonly healthTurns: HealthTurnCount;
  /** This month's costs; null until they are read. */
  readonly spending: SpendingView | null;
  /** The latest requests, newest first. */
  readonly requests: readonly NetworkEntry[];
  readonly loadHealth: () => Promise<void>;
  readonly loadSpending: () => Promise<void>;
  readonly acceptSpending: (spending: SpendingView) => void;
  readonly loadRequests: () => Promise<void>;
  readonly setHealthScope: (scope: HealthState['healthScope']) => void;
  readonly setHealthTurns: (turns: HealthTurnCount) => void;
}

interface Access {
  readonly get: () => HealthState & { readonly sessionId: SessionId | null };
  readonly set: (change: Partial<HealthState>) => void;
}

/** The figures of the Health tab, read anew whenever what they are of changes. */
export function createHealthSlice(bridge: Bridge, { get, set }: Access): HealthState {
  // Of several readings only the last is shown.
  let asked = 0;
  return {
    health: null,
    storage: null,
    healthFailed: false,
    healthScope: 'chat',
    healthTurns: 100,
    spending: null,
    requests: [],
    loadSpending: async () => {
      const spending = await bridge.call('health.spending', {}).catch(() => null);
      if (spending !== null) set({ spending });
    },
    acceptSpending: (spending) => set({ spending }),
    loadRequests: async () => {
      const requests = await bridge.call('health.network', {}).catch(() => null);
      if (requests !== null) set({ requests });
    },
    loadHealth: async () => {
      const mine = ++asked;
      const { sessionId, healthScope, healthTurns: turns } = get();
      try {
        const [health, storage] = await Promise.all([
          bridge.call('health.report', { sessionId: healthScope === 'all' ? null : sessionId, turns }),
          bridge.call('health.storage', {}),
        ]);
        if (mine === asked) set({ health, storage, healthFailed: false });
      } catch {
        if (mine === asked) set({ healthFailed: true });
      }
    },
    setHealthScope: (healthScope) => {
      set({ healthScope });
      void get().loadHealth();
    },
    setHealthTurns: (healthTurns) => {
      set({ healthTurns });
      void get().loadHealth();
    },
  };
}
