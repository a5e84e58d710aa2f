import type { MessageId } from '../../shared/model/ids';
import type { Message, MessagePage } from '../../shared/model/message';

/** The stretch of a chat's active path that the page holds: without gaps, oldest first. */
export interface MessageWindow {
  readonly messages: readonly Message[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
  /** Live messages on the whole active path. */
  readonly total: number;
}

/** Messages a window holds at most; when it grows beyond, its far end is dropped and read again when needed. */
export const WINDOW_LIMIT = 600;
/** Messages kept when the beginning is dropped: many at once, since the list is then drawn anew. */
const KEPT_BEHIND = 300;

/** A window that holds nothing. */
export const emptyWindow: MessageWindow = { messages: [], hasEarlier: false, hasLater: false, total: 0 };

/** A window that holds just this page. */
export function windowOf(page: MessagePage): MessageWindow {
  return { messages: page.messages, hasEarlier: page.hasEarlier, hasLater: page.hasLater, total: page.total };
}

/** The window with an earlier page in front of it; messages it has already are not repeated, far later ones go. */
export function withEarlier(window: MessageWindow, page: MessagePage): MessageWindow {
  const first = window.messages[0]?.position ?? Infinity;
  const earlier = page.messages.filter((message) => message.position < first);
  const messages = [...earlier, ...window.messages];
  return {
    messages: messages.slice(0, WINDOW_LIMIT),
    hasEarlier: page.hasEarlier,
    hasLater: window.hasLater || messages.length > WINDOW_LIMIT,
    total: page.total,
  };
}

/** The window with a later page behind it; messages it has already are not repeated, far earlier ones go. */
export function withLater(window: MessageWindow, page: MessagePage): MessageWindow {
  const last = window.messages.at(-1)?.position ?? 0;
  const later = page.messages.filter((message) => message.position > last);
  const messages = [...window.messages, ...later];
  const isTooLong = messages.length > WINDOW_LIMIT;
  return {
    messages: isTooLong ? messages.slice(-KEPT_BEHIND) : messages,
    hasEarlier: window.hasEarlier || isTooLong,
    hasLater: page.hasLater,
    total: page.total,
  };
}

/**
 * The window after a message was written or changed: in its place if the window holds it or its sibling, at the end if it is the
 * next one there, otherwise only counted.
 */
export function withMessage(window: MessageWindow, message: Message): MessageWindow {
  const total = Math.max(window.total, message.position);
  const index = window.messages.findIndex((held) => held.id === message.id || isSiblingOf(held, message));
  if (index >= 0) return { ...window, total, messages: window.messages.with(index, message) };
  const last = window.messages.at(-1)?.position ?? 0;
  const isNext = !window.hasLater && message.position === last + 1;
  if (isNext) return { ...window, total, messages: [...window.messages, message] };
  return { ...window, total, hasLater: window.hasLater || message.position > last };
}

/** Whether one stands where the other stood: a reply that was tried again takes the place of the first. */
function isSiblingOf(held: Message, message: Message): boolean {
  return (
    held.position === message.position && held.role === message.role && held.parentId === message.parentId
  );
}

/** Whether the window holds this message. */
export function holdsMessage(window: MessageWindow, messageId: MessageId): boolean {
  return window.messages.some((message) => message.id === messageId);
}
