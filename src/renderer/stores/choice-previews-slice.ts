import type { ContextPreview } from '../../shared/contract/calls/chat-calls';
import type { SessionId } from '../../shared/model/ids';
import type { Session, Strategy } from '../../shared/model/session';
import { tiers, type TierName } from '../../shared/tiers';
import type { Settings } from '../../shared/settings';
import type { Bridge } from '../bridge';

/** What each strategy, and each tier, would send for a chat. */
export interface ChoicePreviews {
  readonly sessionId: SessionId;
  readonly strategies: Readonly<Record<Strategy, ContextPreview>>;
  readonly tiers: Readonly<Record<TierName, ContextPreview>>;
}

/** See {@link ChoicePreviews}. */
export interface ChoicePreviewsSlice {
  /** Null until worked out, and where that failed. */
  readonly choicePreviews: ChoicePreviews | null;
  /** Works out what every choice would mean for a chat; only the newest question is answered. */
  readonly previewChoices: (session: Pick<Session, 'id'>, budgets: Settings['budgets']) => Promise<void>;
}

/** Asks main for contexts under every strategy and tier. */
export function createChoicePreviewsSlice(
  bridge: Bridge,
  set: (change: Partial<ChoicePreviewsSlice>) => void,
): ChoicePreviewsSlice {
  let asked = 0;
  return {
    choicePreviews: null,
    previewChoices: async ({ id: sessionId }, budgets) => {
      const mine = ++asked;
      const under = (strategy: Strategy, figures: Settings['budgets']): Promise<ContextPreview> =>
        bridge.call('chat.previewWith', { sessionId, budgets: figures, strategy });
      try {
        const choicePreviews: ChoicePreviews = {
          sessionId,
          strategies: {
            hybrid: await under('hybrid', budgets),
            summary: await under('summary', budgets),
            retrieval: await under('retrieval', budgets),
            buffer: await under('buffer', budgets),
            'sliding-window': await under('sliding-window', budgets),
          },
          tiers: {
            free: await under(tiers.free.strategy, tiers.free.budgets),
            standard: await under(tiers.standard.strategy, tiers.standard.budgets),
            pro: await under(tiers.pro.strategy, tiers.pro.budgets),
          },
        };
        if (mine === asked) set({ choicePreviews });
      } catch {
        // The choices stand without their previews; the budgets' own preview says what went wrong.
        if (mine === asked) set({ choicePreviews: null });
      }
    },
  };
}
