import { leastContextTokens } from '../../shared/budget-limits';
import type { Budgets } from '../../shared/settings';

/** How much of what was too long is tried next, where the server does not say what it takes. */
const shrink = 0.6;
/** The reply's share of a window at most, so that a small window still takes a question. */
const replyShare = 0.25;
const leastReplyTokens = 64;

/**
 * Budgets for a model that refused a context of `tokensSent` tokens: the whole within the window its server named,
 * or six tenths of what was sent with the reply's reserve. Never larger than before.
 */
export function withinWindow(budgets: Budgets, tokensSent: number, windowTokens: number | null): Budgets {
  const guess = Math.floor((tokensSent + budgets.replyReserveTokens) * shrink);
  return clampToWindow(budgets, windowTokens ?? guess);
}

/** Budgets whose whole is at most `windowTokens`; the parts' shares stay, the builder gives out what room there is. */
export function clampToWindow(budgets: Budgets, windowTokens: number): Budgets {
  if (windowTokens >= budgets.maxContextTokens) return budgets;
  const maxContextTokens = Math.max(windowTokens, leastContextTokens + leastReplyTokens);
  const replyLimit = Math.max(leastReplyTokens, Math.floor(maxContextTokens * replyShare));
  return {
    ...budgets,
    maxContextTokens,
    replyReserveTokens: Math.min(budgets.replyReserveTokens, replyLimit),
  };
}
