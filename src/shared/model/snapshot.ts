import type { MessageId, SessionId, SummaryId, TurnId } from './ids';
import type { Role } from './message';
import type { RecallReport } from './recall';
import type { Strategy } from './session';

/** The parts a context is made of, in the order they are sent. */
export const blockKinds = ['system', 'profile', 'summary', 'pinned', 'recalled', 'tools', 'buffer'] as const;
/** See {@link blockKinds}. */
export type BlockKind = (typeof blockKinds)[number];

/** One message of the context as it was sent. */
export interface ContextBlock {
  readonly kind: BlockKind;
  readonly role: Role;
  /** Tokens with the per-message overhead. */
  readonly tokens: number;
  /** The messages whose words it carries, in order. */
  readonly sources: readonly MessageId[];
  /** Which part of each source is quoted, [start, end) in UTF-16 units; null for the whole. */
  readonly windows: readonly (readonly [number, number] | null)[];
  /** UTF-16 units of its text that were sent where it was cut off; null where all of it was. */
  readonly cutAt: number | null;
  readonly summaryId: SummaryId | null;
  /** Version of the template that wrapped the words; 0 where they are sent bare. */
  readonly template: number;
  /** SHA-256 of the text as sent, hex. */
  readonly hash: string;
  /** The text as sent; null once a source was forgotten. */
  readonly text: string | null;
}

/** Something that would have been sent and was not, or only in part. */
export interface ContextCut {
  readonly kind: BlockKind;
  /**
   * `truncated`: its end was cut off. `over-share` or `over-budget`: its part, or the whole, was full.
   * `left-out`: past the limit of a strategy that does not summarise. `asked`: the user asked for an answer without it.
   */
  readonly reason: 'truncated' | 'over-share' | 'over-budget' | 'left-out' | 'asked';
  /** The message, where it is one; null for a run of messages or for text that is no message. */
  readonly messageId: MessageId | null;
  /** Positions on the path, first and last, where messages were cut. */
  readonly positions: readonly [number, number] | null;
  /** Tokens that were not sent. */
  readonly tokens: number;
}

/** How long one step of a turn took, in milliseconds. */
export interface StepLatency {
  readonly step:
    | 'commit'
    | 'embed'
    | 'recall'
    | keyof NonNullable<RecallReport['times']>
    | 'second-look'
    | 'build'
    | 'first-token'
    | 'tools'
    | 'reply';
  readonly ms: number;
}

/** What one turn sent, and why: written once, before the first token, completed at the end. */
export interface TurnSnapshot {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
  readonly userMessageId: MessageId;
  readonly replyId: MessageId;
  /** The turn's number in its session, from 1. */
  readonly turnNumber: number;
  readonly createdAt: number;
  readonly model: string;
  readonly strategy: Strategy;
  /** The wall: context plus reply reserve never exceed it. */
  readonly maxContextTokens: number;
  readonly replyReserveTokens: number;
  readonly blocks: readonly ContextBlock[];
  readonly cuts: readonly ContextCut[];
  readonly recall: RecallReport | null;
  readonly latencies: readonly StepLatency[];
  /** Tokens of the whole context as Engram counts it, reply priming included. */
  readonly tokensEstimated: number;
  /** As the server reported it; null where it did not. */
  readonly tokensReported: { readonly prompt: number; readonly completion: number } | null;
}
