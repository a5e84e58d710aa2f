import { catalogue } from '../../shared/catalogue/catalogue';
import type { ContextPreview } from '../../shared/contract/calls/chat-calls';
import { gaugeParts } from '../thread/gauge-parts';
import { formatCount } from '../ui/formats';

const words = catalogue.budgets;

/** What a context would hold, in words, against what it holds now. */
export function previewText(now: ContextPreview, then: ContextPreview): string {
  const [from, to] = then.buffer ?? [0, 0];
  const isOther = now.buffer !== null && (now.buffer[0] !== from || now.buffer[1] !== to);
  const before = isOther ? words.now(now.buffer[0], now.buffer[1]) : '';
  const recalled =
    then.recall === null ? '' : words.recalled(then.recall.quotes, formatCount(then.recall.tokens));
  const parts = [
    then.buffer === null ? words.sentNone : words.sent(from, to) + before,
    ...(then.summarisedTo > 0 ? [words.covered(then.summarisedTo)] : []),
    ...(then.waitingMessages > 0 ? [words.waiting(then.waitingMessages)] : []),
    ...(then.leftOutMessages > 0 ? [words.leftOut(then.leftOutMessages)] : []),
    words.used(formatCount(gaugeParts(then, 0).used), formatCount(then.maxContextTokens)) + recalled,
  ];
  return parts.join('; ');
}
