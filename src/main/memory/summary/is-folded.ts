import type { Message } from '../../../shared/model/message';

/** Whether a message has something a summary could keep: not what only repeats memory, nor a bare tool call. */
export function isFolded(message: Pick<Message, 'provenance' | 'content'>): boolean {
  return message.provenance !== 'memory-tool' && message.content.trim() !== '';
}
