import type { ContextCut } from '../../../shared/model/snapshot';
import type { PathMessage } from '../path/path-message';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { BuiltBlock } from './built-context';
import type { Room } from './room';

/**
 * Adds the messages before the question, newest first, then waiting ones, until the first that does not fit:
 * a gap in the middle of the buffer would mislead the model. Returns blocks oldest first; what was not sent
 * is recorded as one cut with its positions.
 */
export function fillBuffer(
  buffer: readonly PathMessage[],
  waiting: readonly PathMessage[],
  room: Room,
  cuts: ContextCut[],
): readonly BuiltBlock[] {
  const messages = [...waiting, ...buffer];
  let start = messages.length;
  for (const message of messages.toReversed()) {
    const tokens = sendingTokens(message);
    if (tokens > room.left) break;
    room.take(tokens);
    start -= 1;
  }
  recordCut(messages.slice(0, start), cuts);
  const sent = messages.slice(start).filter((message) => message.content !== '');
  return sent.map((message) => ({
    kind: 'buffer',
    message: { role: message.role, content: message.content },
    tokens: message.tokens + messageOverheadTokens,
    sources: [message.id],
    windows: [null],
    cutAt: null,
    summaryId: null,
    template: 0,
  }));
}

/** An answer that failed before its first word is on the path, but there is nothing of it to send. */
export function sendingTokens(message: Pick<PathMessage, 'content' | 'tokens'>): number {
  return message.content === '' ? 0 : message.tokens + messageOverheadTokens;
}

function recordCut(unsent: readonly PathMessage[], cuts: ContextCut[]): void {
  const first = unsent[0];
  const last = unsent.at(-1);
  if (first === undefined || last === undefined) return;
  cuts.push({
    kind: 'buffer',
    reason: 'over-budget',
    messageId: null,
    positions: [first.position, last.position],
    tokens: unsent.reduce((sum, message) => sum + sendingTokens(message), 0),
  });
}
