import { assertNever } from '../../shared/assert-never';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ContextCut, TurnSnapshot } from '../../shared/model/snapshot';
import { formatCount } from '../ui/formats';

const words = catalogue.memory;

/** What was cut, at the beginning of a sentence: a run of messages, one message, or a part of the window. */
function subjectOf(cut: ContextCut, recall: TurnSnapshot['recall']): string {
  const candidate = recall?.candidates.find((each) => each.messageId === cut.messageId);
  if (cut.kind === 'recalled' && candidate !== undefined) return words.cutQuote(candidate.position);
  if (cut.positions === null) return words.parts[cut.kind];
  const [first, last] = cut.positions;
  return first === last ? words.cutMessage(first) : words.cutMessages(first, last);
}

/** One cut as a sentence: what was not sent, why, and how many tokens that were. */
export function cutText(cut: ContextCut, recall: TurnSnapshot['recall']): string {
  const subject = subjectOf(cut, recall);
  const tokens = formatCount(cut.tokens);
  switch (cut.reason) {
    case 'truncated':
      return words.cut.truncated(subject, tokens);
    case 'over-share':
      return words.cut.overShare(subject, tokens);
    case 'over-budget':
      return words.cut.overBudget(subject, tokens);
    case 'left-out':
      return words.cut.leftOut(subject, tokens);
    case 'asked':
      return words.cut.asked(subject, tokens);
    default:
      return assertNever(cut.reason);
  }
}
