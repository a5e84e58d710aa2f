import type { MessageId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';

/** The question that a reply answers, among the messages of a window; undefined where it stands before them. */
export function questionBefore(messages: readonly Message[], replyId: MessageId): Message | undefined {
  const index = messages.findIndex(({ id }) => id === replyId);
  return messages
    .slice(0, Math.max(0, index))
    .findLast(({ role, metadata }) => role === 'user' && metadata?.attachment === undefined);
}
