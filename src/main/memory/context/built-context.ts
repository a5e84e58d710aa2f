import type { MessageId, SummaryId } from '../../../shared/model/ids';
import type { BlockKind, ContextCut } from '../../../shared/model/snapshot';
import type { ChatMessage } from '../ports/recall';

/** The part of a message that is quoted, [start, end) in UTF-16 units; null for the whole. */
export type QuoteWindow = readonly [number, number] | null;

/** One message of the context with what it stands for. */
export interface BuiltBlock {
  readonly kind: BlockKind;
  readonly message: ChatMessage;
  /** Whether it is the list of tools, which is counted but sent beside the messages. */
  readonly isOffer?: true;
  readonly tokens: number;
  readonly sources: readonly MessageId[];
  readonly windows: readonly QuoteWindow[];
  readonly cutAt: number | null;
  readonly summaryId: SummaryId | null;
  readonly template: number;
}

/** The context of one turn. `tokens` + reply reserve never exceed the budget. */
export interface BuiltContext {
  readonly blocks: readonly BuiltBlock[];
  readonly cuts: readonly ContextCut[];
  /** Tokens of all blocks and of reply priming. */
  readonly tokens: number;
}

/** Whether a block sends its messages whole, word for word. */
export function sendsWhole(kind: BlockKind): boolean {
  return kind === 'buffer' || kind === 'tools' || kind === 'pinned';
}

/** Whether a block sends words of its messages as they were said; a profile and a summary tell them anew. */
export function sendsWords(kind: BlockKind): boolean {
  return sendsWhole(kind) || kind === 'recalled';
}
