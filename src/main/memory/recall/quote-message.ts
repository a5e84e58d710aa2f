import { quoteTemplate, speakerOf, templateVersion } from '../context/templates';
import type { QuoteWindow } from '../context/built-context';
import type { PathMessage } from '../path/path-message';
import type { TokenCounter } from '../tokens/token-counter';

/** What of a message a quote needs. */
export type QuotedMessage = Pick<PathMessage, 'author' | 'role' | 'content' | 'createdAt'>;

/** A message ready to be quoted. */
export interface Quote {
  readonly text: string;
  readonly window: QuoteWindow;
  readonly tokens: number;
}

/** Renders a quote of a message, or of a part of it, with today's template or an earlier one. */
export function renderQuote(message: QuotedMessage, window: QuoteWindow, version = templateVersion): string {
  const speaker = speakerOf(message);
  const { createdAt } = message;
  if (window === null) return quoteTemplate({ speaker, createdAt, content: message.content }, version);
  const [start, end] = window;
  const head = start > 0 ? '… ' : '';
  const tail = end < message.content.length ? ' …' : '';
  const content = head + message.content.slice(start, end) + tail;
  return quoteTemplate({ speaker, createdAt, content }, version);
}

/**
 * Quotes a message within a token limit: whole where it fits, otherwise the part from `focus` (a place in its
 * content, as of its best chunk) onwards. Null where not even a few words fit.
 */
export function quoteMessage(
  message: QuotedMessage,
  focus: number,
  maxTokens: number,
  counter: TokenCounter,
): Quote | null {
  const whole = renderQuote(message, null);
  const tokens = counter.countUpTo(whole, maxTokens);
  if (tokens <= maxTokens) return { text: whole, window: null, tokens };
  const frame = counter.count(renderQuote({ ...message, content: '' }, null)) + 8;
  for (let room = maxTokens - frame; room >= 16; room = Math.floor(room * 0.8)) {
    const part = counter.truncate(message.content.slice(focus), room);
    const window: QuoteWindow = [focus, focus + part.length];
    const text = renderQuote(message, window);
    const count = counter.count(text);
    if (count <= maxTokens) return { text, window, tokens: count };
  }
  return null;
}
