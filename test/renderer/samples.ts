import type { MessageId, SessionId, TurnId, UserId } from '../../src/shared/model/ids';
import type { Message, MessagePage } from '../../src/shared/model/message';
import type { Session } from '../../src/shared/model/session';

/** A uuid that tells its number. */
export function sampleId(kind: number, number: number): string {
  return `0190a000-000${kind}-7000-8000-${String(number).padStart(12, '0')}`;
}

/** The only user. */
const userId = sampleId(0, 1) as UserId;
/** The chat most tests are about. */
export const sessionId = sampleId(1, 1) as SessionId;
/** The turn most tests are about. */
export const turnId = sampleId(2, 1) as TurnId;

/** The id of the sample message at a position. */
export function messageId(position: number): MessageId {
  return sampleId(3, position) as MessageId;
}

/** One message; user and assistant take turns. */
export function sampleMessage(position: number, change: Partial<Message> = {}): Message {
  return {
    id: messageId(position),
    userId,
    sessionId,
    parentId: position === 1 ? null : messageId(position - 1),
    role: position % 2 === 1 ? 'user' : 'assistant',
    author: null,
    content: `Message ${position}`,
    state: 'done',
    provenance: 'typed',
    error: null,
    tokens: 3,
    createdAt: 1_700_000_000_000 + position,
    position,
    turnId: null,
    pinned: false,
    excluded: false,
    version: 1,
    versions: 1,
    ...change,
  };
}

/** The messages from one position to another of a chat of `total`. */
export function samplePage(from: number, to: number, total: number): MessagePage {
  const messages = Array.from({ length: to - from + 1 }, (_each, index) => sampleMessage(from + index));
  return { messages, hasEarlier: from > 1, hasLater: to < total, total };
}

/** One chat. */
export function sampleSession(number: number, change: Partial<Session> = {}): Session {
  return {
    id: sampleId(1, number) as SessionId,
    userId,
    title: `Chat ${number}`,
    titleSource: 'user',
    createdAt: number,
    updatedAt: number,
    headId: null,
    messageCount: 0,
    pinned: false,
    folder: null,
    archived: false,
    recallScope: 'session',
    strategy: 'hybrid',
    temporary: false,
    isSample: false,
    ...change,
  };
}
