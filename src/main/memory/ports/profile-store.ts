import type { FactId, MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { Fact, Profile } from '../../../shared/model/profile';
import type { LearnedFact } from '../profile/learned-fact';

/** A message of the user that is to be read for facts. */
export interface UnreadMessage {
  readonly id: MessageId;
  readonly content: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What one step of distilling reads. */
export interface DistilPlan {
  readonly messages: readonly UnreadMessage[];
  /** Marks them as read, once their facts are learned. */
  readonly throughSeq: number;
}

/** A learned fact and the messages it rests on; at least one. */
export interface EvidencedFact {
  readonly fact: LearnedFact;
  readonly evidence: readonly MessageId[];
}

/** What is known of users. Facts come from their own messages alone. */
export interface ProfileStore {
  readProfile(input: { readonly userId: UserId }): Promise<Profile>;
  /** The next messages of a session that nobody has read for facts; null when there is none. */
  planDistil(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<DistilPlan | null>;
  /** The facts of messages without a model: deterministic, and rather missed than wrong. */
  extractFacts(input: { readonly messages: readonly UnreadMessage[] }): Promise<readonly EvidencedFact[]>;
  /** Learns facts and marks their messages as read, in one step; a fact without a message of the session is not learned. */
  learnFacts(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly throughSeq: number;
    readonly facts: readonly EvidencedFact[];
    readonly origin: 'extracted' | 'model';
  }): Promise<null>;
  /**
   * Enqueues reading every chat that has something new: one user's at once, or, with null, of all whose last reading is
   * a day ago. Returns how many chats that are.
   */
  enqueueDistil(input: { readonly userId: UserId | null }): Promise<number>;
  /** The user's own words in the place of a fact's, which is kept as the one before. Errors: `bad-input`, `not-found`. */
  editFact(input: {
    readonly userId: UserId;
    readonly factId: FactId;
    readonly text: string;
  }): Promise<Pick<Fact, 'id'>>;
  /** Errors: `not-found`. */
  pinFact(input: {
    readonly userId: UserId;
    readonly factId: FactId;
    readonly pinned: boolean;
  }): Promise<null>;
  /** Errors: `not-found`. */
  /**
   * Adds a fact in the user's own words that rests on one of the user's own messages. Errors: `not-found` where there is no
   * such message, `bad-input` where the words are none or too many.
   */
  addFact(input: {
    readonly userId: UserId;
    readonly messageId: MessageId;
    readonly text: string;
  }): Promise<{ readonly id: FactId }>;
  /** Brings back a fact that was deleted. Errors: `not-found`. */
  restoreFact(input: { readonly userId: UserId; readonly factId: FactId }): Promise<null>;
  deleteFact(input: { readonly userId: UserId; readonly factId: FactId }): Promise<null>;
}
