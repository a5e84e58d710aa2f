import type { Budgets } from '../../../shared/settings';

/** Tokens one quote may take: a third of the recalled share, so that one long message never crowds out the rest. */
export function quoteLimit(budgets: Budgets): number {
  return Math.max(64, Math.floor(budgets.recalledTokens / 3));
}
