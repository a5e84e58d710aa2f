import type { AppErrorShape } from '../../shared/errors';
import type { SummaryId } from '../../shared/model/ids';
import type { FoldPreview, Summary, SummaryDiff, SummaryState } from '../../shared/model/summary';

/** What the Summaries tab shows and does. */
export interface SummariesSlice {
  readonly summaries: readonly Summary[];
  /** Null until it is read. */
  readonly summaryState: SummaryState | null;
  /** The version looked at; null is the one in force. */
  readonly chosenVersion: SummaryId | null;
  readonly summaryDiff: SummaryDiff | null;
  /** What the chosen range would do; null where none is, or it cannot be. */
  readonly rangePreview: FoldPreview | null;
  readonly isSummarising: boolean;
  readonly summaryError: AppErrorShape | null;
  readonly loadSummaries: () => Promise<void>;
  readonly chooseVersion: (id: SummaryId) => Promise<void>;
  readonly compact: () => Promise<void>;
  readonly summariseAgain: () => Promise<void>;
  readonly previewRange: (from: number, to: number) => Promise<void>;
  readonly summariseRange: (from: number, to: number) => Promise<void>;
  /** Whether the words were taken. */
  readonly editSummary: (id: SummaryId, text: string) => Promise<boolean>;
  readonly rollBack: (id: SummaryId | null) => Promise<void>;
  /** Lets background work that stopped go on. */
  readonly retryStopped: (jobId: string) => Promise<void>;
}
