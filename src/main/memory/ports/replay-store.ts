import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { CaseResult, PastTurn, RecallCase, WhatIfTurn } from '../../../shared/model/replay';
import type { ContextSettings, QueryVector } from './recall';

/**
 * Past questions, asked of memory again without a model. `looksAgain` says whether memory takes a second look by itself when nothing
 * is above the floor, as it does where no model answers.
 */
export interface ReplayStore {
  /** The last turns of a session, or of all (null), the newest first. Errors: `not-found`. */
  listPastTurns(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId | null;
    readonly limit: number;
  }): Promise<readonly PastTurn[]>;
  /**
   * What a past turn would be sent with these settings, as if nothing had been said after its question; nothing is stored.
   * Errors: `not-found` where its question is gone.
   */
  replayTurn(input: {
    readonly userId: UserId;
    readonly turnId: TurnId;
    readonly settings: ContextSettings;
    readonly queryVector: QueryVector;
    readonly looksAgain: boolean;
  }): Promise<WhatIfTurn>;
  /** Errors: `not-found`. */
  readQuestion(input: {
    readonly userId: UserId;
    readonly turnId: TurnId;
  }): Promise<{ readonly sessionId: SessionId; readonly text: string }>;

  listCases(input: { readonly userId: UserId }): Promise<readonly RecallCase[]>;
  /**
   * Keeps that an answer, an imported one too, should have used a message, or words. Errors: `not-found` also where no question
   * stands before it, `bad-input`.
   */
  addCase(input: {
    readonly userId: UserId;
    readonly replyId: MessageId;
    readonly expectedId: MessageId | null;
    readonly words: string | null;
  }): Promise<readonly RecallCase[]>;
  /** Errors: `not-found`. */
  deleteCase(input: { readonly userId: UserId; readonly id: string }): Promise<readonly RecallCase[]>;
  /** Errors: `not-found`. */
  readCase(input: {
    readonly userId: UserId;
    readonly id: string;
  }): Promise<{ readonly sessionId: SessionId; readonly text: string }>;
  /** Asks a case's question again, as if nothing had been said after it. Errors: `not-found`. */
  runCase(input: {
    readonly userId: UserId;
    readonly id: string;
    readonly settings: ContextSettings;
    readonly queryVector: QueryVector;
    readonly looksAgain: boolean;
  }): Promise<CaseResult>;
}
