import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { Message, Provenance } from '../../../shared/model/message';
import type { ToolAnswer, ToolCall, ToolStatus } from '../../../shared/model/message-metadata';
import type { Session } from '../../../shared/model/session';

/** Tool calls in the log: a call and its results are messages. Each method is one transaction. */
export interface ToolLog {
  /**
   * Ends a streaming reply as the answer that calls tools, and appends a streaming message for each result and for the
   * reply that will follow. A program that ends now leaves results that say so. Errors: `not-found`, `conflict`.
   */
  beginToolCalls(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly turnId: TurnId;
    readonly replyId: MessageId;
    /** What the answer says beside its calls. */
    readonly content: string;
    readonly calls: readonly (ToolCall & {
      readonly provenance: Extract<Provenance, 'tool' | 'memory-tool'>;
    })[];
    readonly model: string;
  }): Promise<{
    readonly session: Session;
    readonly calling: Message;
    readonly results: readonly Message[];
    readonly reply: Message;
  }>;

  /** Notes how far a call is. Errors: `not-found`. */
  markToolCall(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
    readonly status: Extract<ToolStatus, 'asking' | 'running'>;
    readonly answer: ToolAnswer | null;
  }): Promise<Message>;

  /** Ends a call with what the model is told. Errors: `not-found`, `conflict` where it has ended. */
  finishToolCall(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
    readonly content: string;
    readonly status: Exclude<ToolStatus, 'asking' | 'running'>;
    readonly answer: ToolAnswer | null;
    readonly ms: number | null;
  }): Promise<Message>;

  /** Whether the user allowed a tool for the rest of this chat. */
  isToolAllowed(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly name: string;
  }): Promise<boolean>;

  /** One live message of the user's; null for any other. */
  findMessage(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly messageId: MessageId;
  }): Promise<Message | null>;
}
