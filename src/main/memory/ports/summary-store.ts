import type { MessageId, SessionId, SummaryId, UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import type { Summary } from '../../../shared/model/summary';
import type { ContextSettings } from './recall';

/** What one summary job has to fold: prior summary + segment → one new summary that replaces both. */
export interface SummaryPlan {
  readonly sessionId: SessionId;
  readonly parent: { readonly id: SummaryId; readonly text: string } | null;
  /** The messages to fold, in path order; never empty. */
  readonly segment: readonly Message[];
  readonly lastMessageId: MessageId;
  /** Names the live messages up to the last: where one left or came since, the summary is of something else. */
  readonly rangeHash: string;
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly maxTokens: number;
}

/** The rolling summaries of a session. */
export interface SummaryStore {
  /** What is due to be folded now; null when nothing is. */
  planSummary(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly settings: ContextSettings;
  }): Promise<SummaryPlan | null>;
  /** The offline summariser's text for a plan: extractive and deterministic. */
  extractSummary(input: { readonly plan: SummaryPlan; readonly model: string }): Promise<string>;
  /**
   * Puts a new version in force. Returns null, and changes nothing, when the plan's parent is no longer the
   * current summary or the messages it stands for are not the same any more. Errors: `bad-response` on an empty text.
   */
  commitSummary(input: {
    readonly userId: UserId;
    readonly plan: Pick<SummaryPlan, 'sessionId' | 'parent' | 'lastMessageId' | 'rangeHash' | 'toPosition'>;
    readonly text: string;
    readonly origin: 'extractive' | 'model';
    readonly model: string;
    readonly settings: ContextSettings;
  }): Promise<Summary | null>;
  listSummaries(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
  }): Promise<readonly Summary[]>;
}
