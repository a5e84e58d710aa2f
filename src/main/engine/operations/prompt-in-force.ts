import { fillVariables, knownValues } from '../../../shared/prompt-variables';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';

/**
 * The system prompt of a session: its own, else the one of all the user's chats; empty for the program's own. Its
 * variables have the values of this moment.
 */
export function promptInForce(
  { tables, clock }: EngineParts,
  { userId, id: sessionId, title }: StoredSession,
  model: string,
): string {
  const own = tables.prompts.inForce(userId, sessionId);
  const text = own === '' ? tables.prompts.inForce(userId, null) : own;
  if (!text.includes('{{')) return text;
  const user = tables.users.find(userId)?.name ?? '';
  return fillVariables(text, knownValues(clock.now(), { user, chat: title, model }));
}
