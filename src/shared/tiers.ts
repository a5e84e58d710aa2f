import { standardFigures, type BudgetFigures } from './budget-limits';
import type { RecallScope, Strategy } from './model/session';

/** The presets, smallest first. */
export const tierNames = ['free', 'standard', 'pro'] as const;
/** One of {@link tierNames}. */
export type TierName = (typeof tierNames)[number];

/** What a tier sets: budgets, and what new chats start with. */
export interface Tier {
  readonly budgets: BudgetFigures;
  readonly strategy: Strategy;
  readonly recallScope: RecallScope;
}

/** The tiers of DESIGN 1: free 4,000 buffer only; standard 8,000 hybrid; pro 16,000 hybrid with recall across chats. */
export const tiers: Readonly<Record<TierName, Tier>> = {
  free: {
    budgets: {
      maxContextTokens: 4_000,
      replyReserveTokens: 600,
      systemTokens: 400,
      profileTokens: 200,
      summaryTokens: 300,
      pinnedTokens: 400,
      recalledTokens: 600,
      bufferMessageLimit: 20,
      summaryTrigger: 0.5,
      retrievalTopK: 5,
    },
    strategy: 'buffer',
    recallScope: 'session',
  },
  standard: { budgets: standardFigures, strategy: 'hybrid', recallScope: 'session' },
  pro: {
    budgets: {
      maxContextTokens: 16_000,
      replyReserveTokens: 2_000,
      systemTokens: 800,
      profileTokens: 800,
      summaryTokens: 1_000,
      pinnedTokens: 1_600,
      recalledTokens: 2_400,
      bufferMessageLimit: 30,
      summaryTrigger: 0.5,
      retrievalTopK: 8,
    },
    strategy: 'hybrid',
    recallScope: 'user',
  },
};

/** The tier that settings are; `own` once anything of one was edited. */
export function tierOf(settings: Tier): TierName | 'own' {
  return tierNames.find((name) => isTier(settings, tiers[name])) ?? 'own';
}

function isTier(settings: Tier, tier: Tier): boolean {
  const fields = Object.keys(tier.budgets) as readonly (keyof BudgetFigures)[];
  return (
    settings.strategy === tier.strategy &&
    settings.recallScope === tier.recallScope &&
    fields.every((field) => settings.budgets[field] === tier.budgets[field])
  );
}
