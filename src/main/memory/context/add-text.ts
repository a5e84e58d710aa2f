import type { SummaryId } from '../../../shared/model/ids';
import type { BlockKind, ContextCut } from '../../../shared/model/snapshot';
import { messageOverheadTokens } from '../tokens/fixed-overhead';
import type { TokenCounter } from '../tokens/token-counter';
import type { BuiltBlock } from './built-context';
import type { Room } from './room';

/** A part of the context that is one text. */
export interface TextPart {
  readonly kind: BlockKind;
  readonly content: string;
  readonly share: number;
  readonly template: number;
  readonly summaryId: SummaryId | null;
}

/** Adds a text within its share and the room, its end cut off where it must be; null where nothing of it fits. */
export function addText(
  part: TextPart,
  room: Room,
  counter: TokenCounter,
  cuts: ContextCut[],
): BuiltBlock | null {
  const limit = Math.min(part.share, room.left) - messageOverheadTokens;
  const whole = counter.count(part.content);
  const content = whole <= limit ? part.content : counter.truncate(part.content, Math.max(0, limit));
  const sent = content === '' ? 0 : counter.count(content);
  if (sent < whole) {
    const reason = part.share <= room.left ? 'over-share' : 'over-budget';
    cuts.push({
      kind: part.kind,
      reason: content === '' ? reason : 'truncated',
      messageId: null,
      positions: null,
      tokens: whole - sent,
    });
  }
  if (content === '' || sent > limit) return null;
  room.take(sent + messageOverheadTokens);
  return {
    kind: part.kind,
    message: { role: 'system', content },
    tokens: sent + messageOverheadTokens,
    sources: [],
    windows: [],
    cutAt: content === part.content ? null : content.length,
    summaryId: part.summaryId,
    template: part.template,
  };
}
