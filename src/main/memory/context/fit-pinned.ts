import type { MessageId } from '../../../shared/model/ids';
import type { ContextCut } from '../../../shared/model/snapshot';
import type { PathMessage } from '../path/path-message';
import { quoteMessage } from '../recall/quote-message';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { TokenCounter } from '../tokens/token-counter';
import type { QuoteWindow } from './built-context';
import { pinnedHeading } from './templates';

/** What of the pinned messages fits their share, as one message of quotes in the order of the path. */
export interface FittedPins {
  readonly content: string;
  /** Tokens with the overhead of their one message; 0 where nothing fits. */
  readonly tokens: number;
  readonly sources: readonly MessageId[];
  readonly windows: readonly QuoteWindow[];
  /** What does not fit, in whole or in part. */
  readonly cuts: readonly ContextCut[];
}

/** A pinned message is shortened to what is left of the share, but not to less than this. */
const leastQuoteTokens = 48;
/** Two quotes are joined by an empty line, which may cost this more than its parts. */
const joinTokens = 2;

/** Fits pinned messages, the first of the path first, into a share: whole, else their beginnings, else named as cuts. */
export function fitPinned(pinned: readonly PathMessage[], share: number, counter: TokenCounter): FittedPins {
  let content = pinnedHeading;
  let tokens = counter.count(content);
  const sources: MessageId[] = [];
  const windows: QuoteWindow[] = [];
  const cuts: ContextCut[] = [];
  for (const message of pinned) {
    const room = share - messageOverheadTokens - tokens - joinTokens;
    const quote = room < leastQuoteTokens ? null : quoteMessage(message, 0, room, counter);
    const sent = quote?.window === undefined ? 0 : sentTokens(message, quote.window, counter);
    if (quote?.window !== null) cuts.push(cutOf(message, quote === null ? 'over-share' : 'truncated', sent));
    if (quote === null) continue;
    content = `${content}\n\n${quote.text}`;
    tokens = counter.count(content);
    sources.push(message.id);
    windows.push(quote.window);
  }
  const isEmpty = sources.length === 0;
  return { content, tokens: isEmpty ? 0 : tokens + messageOverheadTokens, sources, windows, cuts };
}

function sentTokens(message: PathMessage, window: QuoteWindow, counter: TokenCounter): number {
  return window === null ? message.tokens : counter.count(message.content.slice(...window));
}

function cutOf(
  { id, position, tokens }: PathMessage,
  reason: 'over-share' | 'truncated',
  sent: number,
): ContextCut {
  const cut = Math.max(0, tokens - sent);
  return { kind: 'pinned', reason, messageId: id, positions: [position, position], tokens: cut };
}
