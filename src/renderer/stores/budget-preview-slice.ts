import type { BudgetFigures } from '../../shared/budget-limits';
import type { ContextPreview } from '../../shared/contract/calls/chat-calls';
import type { SessionId } from '../../shared/model/ids';
import type { Session } from '../../shared/model/session';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';

/** The preview is asked for once the figures have rested this long. */
const REST_MS = 200;

/** What other budgets would mean for a chat. */
export type BudgetPreviewState =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly sessionId: SessionId }
  | {
      readonly kind: 'ready';
      readonly sessionId: SessionId;
      readonly now: ContextPreview;
      readonly then: ContextPreview;
    };

/** See {@link BudgetPreviewState}. */
export interface BudgetPreviewSlice {
  /** Figures that were changed and are not saved; they outlive the tab. */
  readonly budgetChanges: Partial<BudgetFigures>;
  readonly setBudgetChanges: (changes: Partial<BudgetFigures>) => void;
  readonly budgetPreview: BudgetPreviewState;
  /** Works out what budgets would mean for a chat, soon; only the newest question is answered. */
  readonly previewBudgets: (session: Pick<Session, 'id' | 'strategy'>, budgets: BudgetFigures) => void;
}

/** Asks main for contexts under budgets that are not saved. */
export function createBudgetPreviewSlice(
  bridge: Bridge,
  timers: Timers,
  set: (change: Partial<BudgetPreviewSlice>) => void,
): BudgetPreviewSlice {
  let timer: number | null = null;
  let asked = 0;
  return {
    budgetChanges: {},
    setBudgetChanges: (budgetChanges) => set({ budgetChanges }),
    budgetPreview: { kind: 'none' },
    previewBudgets: ({ id: sessionId, strategy }, budgets) => {
      if (timer !== null) timers.clear(timer);
      const mine = ++asked;
      timer = timers.set(() => {
        timer = null;
        Promise.all([
          bridge.call('chat.preview', { sessionId }),
          bridge.call('chat.previewWith', { sessionId, budgets, strategy }),
        ]).then(
          ([now, then]) => {
            if (mine === asked) set({ budgetPreview: { kind: 'ready', sessionId, now, then } });
          },
          () => {
            if (mine === asked) set({ budgetPreview: { kind: 'failed', sessionId } });
          },
        );
      }, REST_MS);
    },
  };
}
