import type { ChatMessage } from '../memory/ports/recall';
import type { RequestShape } from './request-shape';

/**
 * The messages as a strict server takes them: their system texts as one message at the beginning, or within the user's
 * first one; and never two of the same role in a row.
 */
export function arrangeMessages(
  messages: readonly ChatMessage[],
  place: RequestShape['systemMessages'],
): readonly ChatMessage[] {
  if (place === 'anywhere') return messages;
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  const role = place === 'one-first' ? 'system' : 'user';
  const first: readonly ChatMessage[] = system.length === 0 ? [] : [{ role, content: system.join('\n\n') }];
  return [...first, ...messages.filter((message) => message.role !== 'system')].reduce(appendMerged, []);
}

function appendMerged(merged: readonly ChatMessage[], message: ChatMessage): readonly ChatMessage[] {
  const last = merged.at(-1);
  // Calls and results each stand for themselves.
  const isOfTools = message.role === 'tool' || message.toolCalls !== undefined;
  if (last?.role !== message.role || isOfTools || last.toolCalls !== undefined) return [...merged, message];
  return [...merged.slice(0, -1), { ...last, content: `${last.content}\n\n${message.content}` }];
}
