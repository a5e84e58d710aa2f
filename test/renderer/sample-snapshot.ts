import type { ContextBlock, TurnSnapshot } from '../../src/shared/model/snapshot';
import { messageId, sessionId, turnId } from './samples';

/** One block, a buffer message unless told otherwise. */
function sampleBlock(change: Partial<ContextBlock>): ContextBlock {
  return {
    kind: 'buffer',
    role: 'user',
    tokens: 10,
    sources: [messageId(1)],
    windows: [null],
    cutAt: null,
    summaryId: null,
    template: 0,
    hash: '',
    text: '',
    ...change,
  };
}

/** A turn that was sent with these blocks in a window of 8,000 tokens. */
export function snapshotOf(
  blocks: readonly Partial<ContextBlock>[],
  change: Partial<TurnSnapshot> = {},
): TurnSnapshot {
  const whole = blocks.map(sampleBlock);
  return {
    turnId,
    sessionId,
    userMessageId: messageId(1),
    replyId: messageId(2),
    turnNumber: 1,
    createdAt: 0,
    model: 'offline',
    strategy: 'hybrid',
    maxContextTokens: 8_000,
    replyReserveTokens: 1_000,
    blocks: whole,
    cuts: [],
    recall: null,
    latencies: [],
    tokensEstimated: whole.reduce((sum, block) => sum + block.tokens, 0) + 3,
    tokensReported: null,
    ...change,
  };
}
