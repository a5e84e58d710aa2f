import type { MessageId } from '../../../shared/model/ids';
import type { ContextCut } from '../../../shared/model/snapshot';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { TokenCounter } from '../tokens/token-counter';
import type { BuiltBlock } from './built-context';
import { startOfEnd } from './end-of-text';
import type { Room } from './room';
import { continuationRequest, templateVersion } from './templates';

/** A reply that broke off and is to go on. */
export interface Continuation {
  readonly id: MessageId;
  readonly text: string;
}

/** Share of the room that the words of the broken reply may take; its end matters most. */
const share = 0.25;

/**
 * Adds the broken reply and the request to go on, which stand after the question: the reply's end where not all of
 * it fits. Where there is no room for both, nothing is added.
 */
export function addContinuation(
  reply: Continuation | null,
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): readonly BuiltBlock[] {
  if (reply === null) return [];
  const requestTokens = counter.count(continuationRequest) + messageOverheadTokens;
  const limit = Math.floor(room.left * share) - requestTokens - messageOverheadTokens;
  const start = startOfEnd(reply.text, limit, counter);
  const content = reply.text.slice(start);
  const tokens = counter.count(content);
  if (content === '' || tokens > limit) return [];
  if (start > 0) {
    const cut = { kind: 'buffer', reason: 'truncated', messageId: reply.id, positions: null } as const;
    cuts.push({ ...cut, tokens: Math.max(0, counter.count(reply.text) - tokens) });
  }
  room.take(tokens + messageOverheadTokens + requestTokens);
  const bare = { cutAt: null, summaryId: null } as const;
  return [
    {
      ...bare,
      kind: 'buffer',
      message: { role: 'assistant', content },
      tokens: tokens + messageOverheadTokens,
      sources: [reply.id],
      windows: [start === 0 ? null : [start, reply.text.length]],
      template: 0,
    },
    {
      ...bare,
      kind: 'system',
      message: { role: 'user', content: continuationRequest },
      tokens: requestTokens,
      sources: [],
      windows: [],
      template: templateVersion,
    },
  ];
}
