import type { CallOutput } from '../../shared/contract/calls';
import type { JobView } from '../../shared/contract/calls/memory-calls';
import type { CasesSlice } from './cases-slice';
import type { FloorsSlice } from './floors-slice';
import type { WhatIfSlice } from './what-if-slice';
import type { HygieneSlice } from './hygiene-slice';
import type { HealthState } from './health-slice';
import type { AppErrorShape } from '../../shared/errors';
import type { MessageId, SessionId, TurnId } from '../../shared/model/ids';
import type { RecallReport } from '../../shared/model/recall';
import type { RegistryStatus } from '../../shared/model/registry';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import type { PeekSlice } from './peek-slice';
import type { ProfileSlice } from './profile-slice';
import type { SummariesSlice } from './summaries-slice';

/** The tabs of the memory pane, in their order. */
export const memoryTabs = ['context', 'summaries', 'recall', 'profile', 'health'] as const;
/** One of {@link memoryTabs}. */
export type MemoryTab = (typeof memoryTabs)[number];

/** What the memory pane shows of the open chat. */
export interface MemoryState
  extends
    SummariesSlice,
    ProfileSlice,
    HealthState,
    FloorsSlice,
    HygieneSlice,
    CasesSlice,
    WhatIfSlice,
    PeekSlice {
  readonly sessionId: SessionId | null;
  readonly tab: MemoryTab;
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
  /** The turn shown; null when the chat has none. */
  readonly snapshot: TurnSnapshot | null;
  /** Whether a newer turn takes the place of the shown one. */
  readonly followsLast: boolean;
  readonly jobs: readonly JobView[];
  /** Null until it was read. */
  readonly jobsState: CallOutput<'memory.jobsState'> | null;
  /** Which chats are held in memory; null until asked. */
  readonly registry: RegistryStatus | null;
  readonly registryFailed: boolean;
  /** A recall the user tried; null shows the turn's own. */
  readonly tried: RecallReport | null;
  readonly isTrying: boolean;
  readonly tryError: AppErrorShape | null;
  /** The message that chip, block, row and thread light up together. */
  readonly highlight: MessageId | null;
  /** Messages that light up together: the sources of an answer, or the answers that used a source. */
  readonly alsoLit: readonly MessageId[];
  readonly open: (sessionId: SessionId | null) => Promise<void>;
  readonly showTab: (tab: MemoryTab) => void;
  readonly showTurn: (turnId: TurnId | null) => Promise<void>;
  readonly acceptSnapshot: (snapshot: TurnSnapshot) => void;
  readonly tryRecall: (query: string) => Promise<void>;
  readonly loadRegistry: () => Promise<void>;
  readonly loadJobs: () => Promise<void>;
  readonly retryJob: (jobId: string) => Promise<void>;
  readonly pauseJobs: (paused: boolean) => Promise<void>;
  readonly setHighlight: (messageId: MessageId | null) => void;
  readonly lightAll: (messageIds: readonly MessageId[]) => void;
}

/** How a part of the memory pane's store reads and writes its state. */
export interface MemoryAccess {
  readonly get: () => MemoryState;
  readonly set: (change: Partial<MemoryState>) => void;
}
