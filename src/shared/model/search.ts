import type { MessageId, SessionId } from './ids';
import type { Role } from './message';

/** One message that a search of the chats found. */
export interface SearchHit {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly position: number;
  readonly role: Role;
  readonly author: string | null;
  readonly createdAt: number;
  /** Text around the match, at most 240 characters. */
  readonly excerpt: string;
  /** Where the matched words stand in the excerpt: [start, end) in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[];
}
