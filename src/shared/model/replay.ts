import type { MessageId, SessionId, TurnId } from './ids';
import type { Verdict } from './recall';
import type { BlockKind } from './snapshot';

/** A message as a replay names it. */
export interface ReplayMessage {
  readonly messageId: MessageId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly position: number;
  readonly excerpt: string;
}

/** A turn that can be replayed. */
export interface PastTurn {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly turnNumber: number;
  readonly question: string;
  readonly model: string;
}

/** By what recall can be replayed; of an embedder that is asked for nothing but vectors that are there already. */
export const recallWays = ['now', 'bundled', 'words'] as const;
export type RecallWay = (typeof recallWays)[number];

/** What a turn would have been sent with other settings, beside what it was sent with. */
export interface WhatIfTurn {
  readonly turnId: TurnId;
  /** Tokens of the context without the list of tools, as Engram counts them. */
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  /** The older messages it was sent: recalled or pinned. */
  readonly sources: number;
  /** Those of them that would not have been sent at all. */
  readonly lost: readonly ReplayMessage[];
  /** Messages that were among the recent ones and would not have been sent as they are; nobody knows which of them the answer used. */
  readonly unsent: number;
}

/** A question whose answer should have remembered something. */
export interface RecallCase {
  readonly id: string;
  readonly question: ReplayMessage;
  /** The message it should have used; null where only words are known. */
  readonly expected: ReplayMessage | null;
  /** Words that should have reached the model; null where a message is named. */
  readonly words: string | null;
  readonly createdAt: number;
}

/**
 * What a case gives with the settings of now: `sent` verbatim, pinned or recalled, or as words of the profile; in the `summary`;
 * `found` by recall but not sent; `covered`, which a summary stands for that may have left it out; or `missing`.
 */
export type CaseOutcome = 'sent' | 'summary' | 'found' | 'covered' | 'missing';

/** See {@link CaseOutcome}. */
export interface CaseResult {
  readonly id: string;
  readonly outcome: CaseOutcome;
  /** The part of the context it was sent in. */
  readonly place: BlockKind | null;
  /** Its place among what recall found, from 1, and why it was sent or not. */
  readonly rank: number | null;
  readonly verdict: Verdict | null;
}
