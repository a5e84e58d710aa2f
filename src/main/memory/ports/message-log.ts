import type { AppErrorShape } from '../../../shared/errors';
import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { Message, MessagePage, Provenance } from '../../../shared/model/message';
import type { SearchHit } from '../../../shared/model/search';
import type { Session } from '../../../shared/model/session';

/** Where a page of the active path starts. */
export type PageAnchor =
  | { readonly kind: 'newest' }
  | { readonly kind: 'before'; readonly position: number }
  | { readonly kind: 'after'; readonly position: number }
  | { readonly kind: 'around'; readonly messageId: MessageId };

/** The log: appended to, never rewritten. Each method is one transaction. */
export interface MessageLog {
  /**
   * Commits the files that wait in the session, part by part, the user's message and the empty streaming reply below
   * it, together.
   * Errors: `not-found`, `conflict` when the session is still answering.
   */
  beginTurn(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly turnId: TurnId;
    readonly text: string;
    readonly replyProvenance: Provenance;
    readonly model: string;
  }): Promise<{
    readonly session: Session;
    /** The parts of the files, above the message. */
    readonly files: readonly Message[];
    readonly message: Message;
    readonly reply: Message;
  }>;

  /**
   * Puts a new streaming reply beside the session's last one, which leaves the active path. With `keepText` it begins
   * with the words of the old one. Errors: `not-found`; `conflict` unless the reply is the session's last message
   * and has failed or was stopped.
   */
  retryTurn(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly replyId: MessageId;
    readonly turnId: TurnId;
    readonly keepText: boolean;
    readonly replyProvenance: Provenance;
    readonly model: string;
  }): Promise<{ readonly session: Session; readonly message: Message; readonly reply: Message }>;

  /**
   * Ends a streaming reply as superseded, never to be remembered, and puts a new streaming one in its place.
   * Errors: `not-found`; `conflict` unless it is the session's last message and streams.
   */
  supersedeReply(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly replyId: MessageId;
    /** Its whole text. */
    readonly content: string;
  }): Promise<{ readonly session: Session; readonly message: Message; readonly reply: Message }>;
  /** The answer of a turn that gave way to a second one; null where none did. Errors: `not-found`. */
  readFirstAnswer(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly turnId: TurnId;
  }): Promise<Message | null>;

  /** Stores the streamed text so far; it may only grow. */
  checkpointReply(input: {
    readonly userId: UserId;
    readonly replyId: MessageId;
    readonly content: string;
  }): Promise<null>;

  /**
   * Ends the reply for good and enqueues the turn's background jobs in the same transaction. Gives back the reply that
   * stands now: a second answer that ends without a word gives way to the first again, and so does its snapshot.
   */
  finishReply(input: {
    readonly userId: UserId;
    readonly replyId: MessageId;
    readonly content: string;
    readonly state: 'done' | 'stopped' | 'failed';
    readonly error: AppErrorShape | null;
  }): Promise<{ readonly session: Session; readonly reply: Message }>;

  pageMessages(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly anchor: PageAnchor;
    readonly limit: number;
  }): Promise<MessagePage>;

  /** Search as you type over the live messages of one session, or of all the user's. */
  searchMessages(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId | null;
    readonly query: string;
    readonly limit: number;
  }): Promise<readonly SearchHit[]>;
}
