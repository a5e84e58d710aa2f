import { toErrorShape, type AppErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { PastTurn, RecallWay, WhatIfTurn } from '../../shared/model/replay';
import type { Strategy } from '../../shared/model/session';
import type { Budgets } from '../../shared/settings';
import type { Bridge } from '../bridge';

/** Under what past turns are replayed. */
export interface WhatIfChoice {
  /** Null is all chats. */
  readonly sessionId: SessionId | null;
  readonly limit: number;
  /** Null as they are now. */
  readonly budgets: Budgets | null;
  /** Null as each chat has it. */
  readonly strategy: Strategy | null;
  readonly recallBy: RecallWay;
}

/** One turn as it was and as it would have been. */
export interface ReplayedTurn {
  readonly turn: PastTurn;
  readonly result: WhatIfTurn;
}

/** Past turns replayed under other settings. */
export interface WhatIfSlice {
  readonly replayed: readonly ReplayedTurn[];
  /** Turns to be replayed; null before the first replay. */
  readonly replayTotal: number | null;
  readonly isReplaying: boolean;
  readonly replayError: AppErrorShape | null;
  readonly replay: (choice: WhatIfChoice) => Promise<void>;
  readonly stopReplay: () => void;
}

/** How the slice reads and writes its part of the memory pane's store. */
export interface WhatIfAccess {
  readonly get: () => WhatIfSlice;
  readonly set: (change: Partial<WhatIfSlice>) => void;
}

/** Builds the {@link WhatIfSlice}: one turn a call, so that a stop takes effect at once. */
export function createWhatIfSlice(bridge: Bridge, { get, set }: WhatIfAccess): WhatIfSlice {
  /** Raised by a new replay and by a stop. */
  let current = 0;
  return {
    replayed: [],
    replayTotal: null,
    isReplaying: false,
    replayError: null,
    replay: async ({ sessionId, limit, ...settings }) => {
      const mine = ++current;
      set({ replayed: [], replayTotal: null, isReplaying: true, replayError: null });
      try {
        const turns = await bridge.call('whatIf.turns', { sessionId, limit });
        if (mine !== current) return;
        set({ replayTotal: turns.length });
        for (const turn of turns) {
          const result = await bridge.call('whatIf.replay', { turnId: turn.turnId, ...settings });
          if (mine !== current) return;
          set({ replayed: [...get().replayed, { turn, result }] });
        }
      } catch (error) {
        if (mine === current) set({ replayError: toErrorShape(error) });
      } finally {
        if (mine === current) set({ isReplaying: false });
      }
    },
    stopReplay: () => {
      current += 1;
      set({ isReplaying: false });
    },
  };
}
