import type { MessageId } from '../../../shared/model/ids';
import type { Verdict } from '../../../shared/model/recall';
import type { Quote } from './quote-message';

/** A ranked message whose fate is to be decided. */
export interface RankedMessage {
  readonly id: MessageId;
  readonly score: number;
  /** The lowest score at which it is sent. */
  readonly floor: number;
}

/** What decides whether a ranked message is sent. */
export interface VerdictRules {
  /** Messages the buffer sends, and those that are sent because they are pinned (invariant 4: nothing twice). */
  readonly sent: ReadonlySet<MessageId>;
  readonly pinned: ReadonlySet<MessageId>;
  /** Messages of which an older near-duplicate is a candidate too, and copies of what is sent. */
  readonly duplicates: ReadonlySet<MessageId>;
  readonly topK: number;
  readonly tokenBudget: number;
  /** The quote of a message; null where it cannot be quoted within the limit. */
  readonly quote: (id: MessageId) => Quote | null;
}

/** A verdict with the tokens its quote takes (0 where it was not weighed). */
export interface Decision {
  readonly verdict: Verdict;
  readonly tokens: number;
}

/**
 * Decides, best first, which ranked messages are sent. Floor, top-k and budget decide that, never the order:
 * a long quote that does not fit makes place for a shorter one below it.
 */
export function decideVerdicts(
  ranked: readonly RankedMessage[],
  rules: VerdictRules,
): ReadonlyMap<MessageId, Decision> {
  const decisions = new Map<MessageId, Decision>();
  let kept = 0;
  let tokensUsed = 0;
  for (const { id, score, floor } of ranked) {
    const decide = (verdict: Verdict, tokens = 0): void => {
      decisions.set(id, { verdict, tokens });
    };
    if (rules.sent.has(id)) decide('in-buffer');
    else if (rules.pinned.has(id)) decide('pinned');
    else if (score < floor) decide('below-floor');
    else if (rules.duplicates.has(id)) decide('duplicate');
    else if (kept >= rules.topK) decide('over-budget');
    else {
      const quote = rules.quote(id);
      // Quotes are joined by an empty line, which may cost two tokens more than its parts.
      const tokens = (quote?.tokens ?? 0) + 2;
      if (quote === null || tokensUsed + tokens > rules.tokenBudget) decide('over-budget', tokens);
      else {
        kept += 1;
        tokensUsed += tokens;
        decide('kept', tokens);
      }
    }
  }
  return decisions;
}
