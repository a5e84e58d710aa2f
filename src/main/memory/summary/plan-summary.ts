import type { Budgets } from '../../../shared/settings';
import { summaryTriggerTokens } from '../path/plan-path';
import type { PathMessage } from '../path/path-message';
import { messageOverheadTokens } from '../tokens/fixed-overhead';

/**
 * What a summary should fold now: the older half of the unsummarised messages, cut at a turn boundary, once
 * they exceed the trigger in tokens or the buffer's limit in messages, or because the user wants it. Null while nothing
 * is due, or there is nothing to halve.
 *
 * The newest message never belongs to it, and a half whose tokens are few is not enlarged: what stays waiting
 * is folded by the next job.
 */
export function planSummarySegment(
  unsummarised: readonly PathMessage[],
  budgets: Budgets,
  isForced = false,
): readonly PathMessage[] | null {
  const tokens = unsummarised.reduce((sum, message) => sum + message.tokens + messageOverheadTokens, 0);
  const due = tokens > summaryTriggerTokens(budgets) || unsummarised.length > budgets.bufferMessageLimit;
  if ((!due && !isForced) || unsummarised.length < 2) return null;
  const end = turnBoundary(unsummarised, Math.max(1, Math.floor(unsummarised.length / 2)));
  return unsummarised.slice(0, end);
}

/** The end nearest to the middle after which a user message follows; the middle itself where there is none. */
function turnBoundary(messages: readonly PathMessage[], middle: number): number {
  const startsTurn = (index: number): boolean => messages[index]?.role === 'user';
  for (let distance = 0; distance < messages.length; distance += 1) {
    const before = middle - distance;
    if (before >= 1 && startsTurn(before)) return before;
    const after = middle + distance;
    if (after < messages.length && startsTurn(after)) return after;
  }
  // Inside one long turn: never between a tool call and its results.
  let end = middle;
  while (messages[end]?.role === 'tool') end -= 1;
  return end >= 1 ? end : middle;
}
