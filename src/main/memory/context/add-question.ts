import type { ContextCut } from '../../../shared/model/snapshot';
import type { PathMessage } from '../path/path-message';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { TokenCounter } from '../tokens/token-counter';
import type { BuiltBlock } from './built-context';
import type { Room } from './room';

/** Adds the question, which is always sent: shortened where it must be. */
export function addQuestion(
  question: PathMessage,
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): BuiltBlock {
  const limit = Math.max(0, room.left - messageOverheadTokens);
  const fits = question.tokens <= limit;
  const content = fits ? question.content : counter.truncate(question.content, limit);
  const sent = fits ? question.tokens : counter.count(content);
  if (!fits) {
    cuts.push({
      kind: 'buffer',
      reason: 'truncated',
      messageId: question.id,
      positions: [question.position, question.position],
      tokens: question.tokens - sent,
    });
  }
  room.take(sent + messageOverheadTokens);
  return {
    kind: 'buffer',
    message: { role: question.role, content },
    tokens: sent + messageOverheadTokens,
    sources: [question.id],
    windows: [null],
    cutAt: fits ? null : content.length,
    summaryId: null,
    template: 0,
  };
}
