import type { MessageId } from '../../shared/model/ids';
import type { MemoryState } from './memory-state';

/** Whether a message lights up: the one that is pointed at, else all that belong to what is. */
export function isLit(
  state: Pick<MemoryState, 'highlight' | 'alsoLit'>,
  messageId: MessageId | null,
): boolean {
  if (messageId === null) return false;
  return state.highlight === null ? state.alsoLit.includes(messageId) : state.highlight === messageId;
}
