import type { MessageId, SessionId, SummaryId, UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import type {
  FoldMode,
  FoldPreview,
  Summary,
  SummaryDiff,
  SummaryScore,
  SummaryState,
} from '../../../shared/model/summary';
import type { ContextSettings } from './recall';

/** Whose summaries, of which session. */
interface OfSession {
  readonly userId: UserId;
  readonly sessionId: SessionId;
}

/** What one summary job has to fold: prior summary + segment → one new summary that replaces both. */
export interface SummaryPlan {
  readonly sessionId: SessionId;
  /** What the new version builds on. */
  readonly parent: { readonly id: SummaryId; readonly text: string } | null;
  /** What is in force while it is planned; a commit is refused once that is another. */
  readonly replaces: SummaryId | null;
  /** The first try this one is to do better than, and what that left out. */
  readonly retryOf: SummaryId | null;
  readonly missing: readonly string[];
  /** The messages to fold, in path order; never empty. */
  readonly segment: readonly Message[];
  readonly lastMessageId: MessageId;
  /** Names the live messages up to the last: where one left or came since, the summary is of something else. */
  readonly rangeHash: string;
  /** Positions of the segment. */
  readonly fromPosition: number;
  readonly toPosition: number;
  readonly maxTokens: number;
}

/** What of a plan a commit needs: its words have been read by then. */
export type CommittedPlan = Pick<
  SummaryPlan,
  'sessionId' | 'parent' | 'replaces' | 'retryOf' | 'lastMessageId' | 'rangeHash'
>;

/** A version that waits for its judge. */
export interface ScorePlan {
  readonly summaryId: SummaryId;
  readonly text: string;
  /** A second try is held against the messages of the first. */
  readonly seed: number;
  /** At most three messages of what it folded; none where those left the path. */
  readonly drawn: readonly Message[];
}

/** The rolling summaries of a session. */
export interface SummaryStore {
  /** What is to be folded, by default what is due; null when nothing is. Errors: `bad-input` for a range that cannot be. */
  planSummary(
    input: OfSession & { readonly settings: ContextSettings; readonly mode?: FoldMode },
  ): Promise<SummaryPlan | null>;
  /** What such a fold would do, in numbers. Errors as {@link SummaryStore.planSummary}. */
  previewFold(
    input: OfSession & { readonly settings: ContextSettings; readonly mode: FoldMode },
  ): Promise<FoldPreview | null>;
  /** The offline summariser's text for a plan: extractive and deterministic. */
  extractSummary(input: { readonly plan: SummaryPlan; readonly model: string }): Promise<string>;
  /**
   * Puts a new version in force. Returns null, and changes nothing, when another is in force than the plan replaces, or
   * the messages it stands for are not the same any more. Errors: `bad-response` on an empty text.
   */
  commitSummary(input: {
    readonly userId: UserId;
    readonly plan: CommittedPlan;
    readonly text: string;
    readonly origin: 'extractive' | 'model';
    readonly model: string;
    /** What writing it cost; null where the price is not known, nothing where absent. */
    readonly costMicrocents?: number | null;
    readonly settings: ContextSettings;
  }): Promise<Summary | null>;
  listSummaries(input: OfSession): Promise<readonly Summary[]>;
  /** The versions and what could be done with them. */
  readSummaries(input: OfSession & { readonly settings: ContextSettings }): Promise<SummaryState>;
  /** A version's sentences against those of the one it was made from. Errors: `not-found`. */
  diffSummary(input: OfSession & { readonly summaryId: SummaryId }): Promise<SummaryDiff>;
  /**
   * The user's own words in place of the version in force: a new version. Errors: `conflict` when another is in force
   * by now, `bad-input` when it is empty or over the limit of the settings.
   */
  editSummary(
    input: OfSession & {
      readonly summaryId: SummaryId;
      readonly text: string;
      readonly settings: ContextSettings;
    },
  ): Promise<Summary>;
  /**
   * Puts a version in force again, or none at all: what follows its last message is in the buffer or waiting again.
   * Errors: `conflict` when what it stands for is not on the active path as it was.
   */
  rollBackSummary(input: OfSession & { readonly summaryId: SummaryId | null }): Promise<null>;
  /** The oldest version that waits for its judge; null when none does. `seed` draws its messages. */
  planScore(input: OfSession & { readonly seed: number }): Promise<ScorePlan | null>;
  /** The deterministic judge's score. */
  coverSummary(input: {
    readonly plan: ScorePlan;
  }): Promise<{ readonly quality: number; readonly score: SummaryScore }>;
  /**
   * Stores a score, once. Where a second try turns out worse than the first, the first is in force again.
   */
  storeScore(
    input: OfSession & {
      readonly summaryId: SummaryId;
      readonly quality: number | null;
      readonly score: SummaryScore;
    },
  ): Promise<null>;
  /** The one second try at the version in force that its score asks for; null when it asks for none. */
  planRetry(input: OfSession & { readonly settings: ContextSettings }): Promise<SummaryPlan | null>;
}
