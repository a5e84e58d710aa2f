import type { ContextPreview } from '../../../shared/contract/calls/chat-calls';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { LeftOut } from '../../../shared/model/left-out';
import type { ToolCall } from '../../../shared/model/message-metadata';
import type { RecallCandidate, RecallReport } from '../../../shared/model/recall';
import type { SecondLook } from '../../../shared/model/second-look';
import type { ToolOffer } from './tool-offer';
import type { Strategy } from '../../../shared/model/session';
import type { TurnSnapshot } from '../../../shared/model/snapshot';
import type { Budgets } from '../../../shared/settings';

/** One message of the list that is sent to a model. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly name?: string | undefined;
  /** Of an assistant: the tools it calls; the results follow, one message each. */
  readonly toolCalls?: readonly ToolCall[] | undefined;
  /** Of a tool: the call it answers. */
  readonly toolCallId?: string | undefined;
}

/** What the user set that shapes a context. */
export interface ContextSettings {
  readonly budgets: Budgets;
  readonly strategy: Strategy;
  /** The model's name, which decides the token encoding. */
  readonly model: string;
  /** Tokens kept for the list of tools, which stands beside the messages; 0 where absent. */
  readonly toolTokens?: number;
  /** Whether what is known of the user is sent; true where absent. */
  readonly sendsProfile?: boolean | undefined;
  /** What is neither sent nor recalled, for this once; nothing where absent. */
  readonly leftOut?: LeftOut | undefined;
}

/** The query's vector, or why there is none. */
export type QueryVector =
  | { readonly kind: 'vector'; readonly model: string; readonly values: Float32Array }
  | { readonly kind: 'none'; readonly reason: string | null };

/** Recall and the context it goes into (DESIGN 3, steps 3 and 4). */
export interface MemoryReader {
  /** The names of the authors whose messages recall would look through. */
  listAuthors(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<readonly string[]>;

  recall(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly query: string;
    readonly queryVector: QueryVector;
    readonly settings: ContextSettings;
    /** The question itself, never a candidate of its own recall; null for a try. */
    readonly userMessageId: MessageId | null;
  }): Promise<RecallReport>;

  /**
   * What memory finds for a query, best first, at most `limit`: of one session or, with null, of all the user's. No
   * budget and no buffer comes into it, and what lies below the floor is told apart. Errors: `not-found`.
   */
  searchMemory(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId | null;
    readonly query: string;
    readonly queryVector: QueryVector;
    readonly limit: number;
  }): Promise<MemorySearch>;

  /**
   * Builds the context inside the budget and stores its snapshot in the same step; built again for the same turn,
   * after the model found it too long, it replaces the first. `continues` is the reply that broke off, whose
   * words the model is to go on from.
   */
  buildContext(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly turnId: TurnId;
    readonly userMessageId: MessageId;
    readonly replyId: MessageId;
    readonly recall: RecallReport | null;
    readonly continues: MessageId | null;
    readonly settings: ContextSettings;
    readonly latencies: TurnSnapshot['latencies'];
    /** The tools the model may call in this turn; none where absent. */
    readonly offers?: readonly ToolOffer[];
  }): Promise<{
    readonly messages: readonly ChatMessage[];
    /** Whether there was room for the list of tools. */
    readonly offersTools: boolean;
    readonly snapshot: TurnSnapshot;
    /** The messages recall kept, best first, whole, for replies that quote. */
    readonly recalled: readonly RecalledMessage[];
  }>;

  /** Adds what is known only when the reply has ended. */
  completeSnapshot(input: {
    readonly userId: UserId;
    readonly turnId: TurnId;
    /** Of all steps: those that were known when the context was built are among them. */
    readonly latencies: TurnSnapshot['latencies'];
    readonly tokensReported: TurnSnapshot['tokensReported'];
    /** A second look that brought no second answer, to be noted; null or absent where there was none. */
    readonly secondLook?: SecondLook | null | undefined;
    /** What the first answer was sent with, where it is the answer again; null or absent where it is not. */
    readonly restored?: TurnSnapshot | null | undefined;
  }): Promise<TurnSnapshot | null>;

  /** Snapshots of the given turns, or the session's last one when `turnIds` is null; texts filled in. */
  readSnapshots(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly turnIds: readonly TurnId[] | null;
  }): Promise<readonly TurnSnapshot[]>;

  countTokens(input: { readonly text: string; readonly model: string }): Promise<number>;

  /** What the next context would hold before its question, for the gauge. */
  previewContext(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly settings: ContextSettings;
    /** The tools the model may call; none where absent. */
    readonly offers?: readonly ToolOffer[];
  }): Promise<Omit<ContextPreview, 'maxContextTokens' | 'replyReserveTokens'>>;
}

/** What a search of memory found. */
export interface MemorySearch {
  readonly found: readonly (Omit<RecallCandidate, 'verdict' | 'tokens'> & {
    /** Whether its score reaches the floor, from which a turn would be sent it. */
    readonly isLikely: boolean;
  })[];
  /** As in {@link RecallReport}. */
  readonly mode: RecallReport['mode'];
  readonly degraded: string | null;
}

/** A recalled message with all its words. */
export interface RecalledMessage {
  readonly messageId: MessageId;
  readonly author: string;
  readonly createdAt: number;
  readonly content: string;
  /** Where in the content its best chunk begins; UTF-16 units. */
  readonly focus: number;
}
