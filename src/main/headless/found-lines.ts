import { calendarDay } from '../../shared/calendar-day';
import type { MessageId, SessionId } from '../../shared/model/ids';

/** A found message as a terminal shows it. */
export interface FoundLine {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly chat: string;
  readonly position: number;
  readonly role: string;
  readonly author: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Null where it was found by its exact words. */
  readonly score: number | null;
  /** Whether a turn would be sent it. */
  readonly isLikely: boolean;
  readonly excerpt: string;
}

/** Control characters of a message would write anywhere in the terminal. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '');
}

/** Two lines: who, when and where; then what. */
export function lineOf(found: Pick<FoundLine, 'chat' | 'role' | 'author' | 'createdAt' | 'excerpt'>): string {
  const speaker = found.author ?? found.role;
  const words = found.excerpt.replaceAll(/\s+/gu, ' ').trim();
  return plain(`${calendarDay(found.createdAt)}  ${speaker}, ${found.chat}\n  ${words}`);
}
