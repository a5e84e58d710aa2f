import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Tables } from '../engine-parts';

/** The system prompt of a session: its own, else the one of all the user's chats; empty for the program's own. */
export function promptInForce(tables: Tables, userId: UserId, sessionId: SessionId): string {
  const own = tables.prompts.inForce(userId, sessionId);
  return own === '' ? tables.prompts.inForce(userId, null) : own;
}
