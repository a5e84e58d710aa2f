import type { ContextCut } from '../../../shared/model/snapshot';
import type { PathMessage } from '../path/path-message';
import { callsTools, hasSubstance, pastLooseResults, sentText, toChatMessage } from '../path/tool-groups';
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
  let fits = messages.length;
  let tokens = 0;
  for (const message of messages.toReversed()) {
    tokens += sendingTokens(message);
    if (tokens > room.left) break;
    fits -= 1;
  }
  // Results are not sent without the call they answer.
  const start = pastLooseResults(messages, fits);
  for (const message of messages.slice(start)) room.take(sendingTokens(message));
  recordCut(messages.slice(0, start), cuts);
  return messages.slice(start).filter(hasSubstance).map(wholeBlock);
}

/** A message that is sent whole; calls and results count for the tools, all else for the buffer. */
export function wholeBlock(message: PathMessage): BuiltBlock {
  return {
    kind: isOfTools(message) ? 'tools' : 'buffer',
    message: toChatMessage(message, sentText(message)),
    tokens: message.tokens + messageOverheadTokens,
    sources: [message.id],
    windows: [null],
    cutAt: null,
    summaryId: null,
    template: 0,
  };
}

/** Whether a message calls tools, or is what one returned. */
export function isOfTools(message: PathMessage): boolean {
  return message.role === 'tool' || callsTools(message);
}

/** An answer that failed before its first word is on the path, but there is nothing of it to send. */
export function sendingTokens(message: Pick<PathMessage, 'content' | 'tokens' | 'metadata'>): number {
  return hasSubstance(message) ? message.tokens + messageOverheadTokens : 0;
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
