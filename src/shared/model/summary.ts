import type { MessageId, SessionId, SummaryId } from './ids';

/** One version of a session's rolling summary. */
export interface Summary {
  readonly id: SummaryId;
  readonly sessionId: SessionId;
  readonly parentId: SummaryId | null;
  /** Number in the session, from 1, in the order of writing. */
  readonly version: number;
  /** It stands for the active path from the first message up to this one. */
  readonly lastMessageId: MessageId;
  /** Positions on the path as they were when it was written. */
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly text: string;
  readonly tokens: number;
  /** Tokens of the messages it stands for. */
  readonly sourceTokens: number;
  readonly model: string;
  readonly createdAt: number;
  /** 0–1; null while unscored. */
  readonly quality: number | null;
  /** Whether its last message is on the active path and nothing newer replaced it. */
  readonly current: boolean;
}
