import type { Database } from 'better-sqlite3';
import { jobIdSchema, type SessionId, type UserId } from '../../shared/model/ids';
import type { JobKind } from '../memory/ports/job-queue';
import type { Clock } from '../memory/ports/clock';
import type { ContextSettings } from '../memory/ports/recall';
import type { Logger } from '../../shared/logger';
import type { TokenCounters } from '../memory/tokens/token-counters';
import type { CostTable } from '../storage/tables/cost-table';
import type { CopyTable } from '../storage/tables/copy-table';
import type { DraftFileTable } from '../storage/tables/draft-file-table';
import type { DraftTable } from '../storage/tables/draft-table';
import type { Eraser } from '../storage/tables/eraser';
import type { ExportReader } from '../storage/tables/export-reader';
import type { FloorTable } from '../storage/tables/floor-table';
import type { ForgetTable } from '../storage/tables/forget-table';
import type { HygieneReader } from '../storage/tables/hygiene-reader';
import type { JobTable } from '../storage/tables/job-table';
import type { MetricTable } from '../storage/tables/metric-table';
import type { MessageReader } from '../storage/tables/message-reader';
import type { MessageWriter } from '../storage/tables/message-writer';
import type { PathTable } from '../storage/tables/path-table';
import type { PresetTable } from '../storage/tables/preset-table';
import type { PromptTable } from '../storage/tables/prompt-table';
import type { RecallCaseTable } from '../storage/tables/recall-case-table';
import type { RecallReader } from '../storage/tables/recall-reader';
import type { SearchReader } from '../storage/tables/search-reader';
import type { SearchTextTable } from '../storage/tables/search-text-table';
import type { SentenceTable } from '../storage/tables/sentence-table';
import type { SessionTable, StoredSession } from '../storage/tables/session-table';
import type { SettingTable } from '../storage/tables/setting-table';
import type { SnapshotTable } from '../storage/tables/snapshot-table';
import type { FactTable } from '../storage/tables/fact-table';
import type { ProfileMarkTable } from '../storage/tables/profile-mark-table';
import type { SummaryTable } from '../storage/tables/summary-table';
import type { ToolReader } from '../storage/tables/tool-reader';
import type { UserTraces } from '../storage/tables/user-traces';
import type { UserTable } from '../storage/tables/user-table';
import type { VectorTable } from '../storage/tables/vector-table';
import type { DoFileWork } from '../storage/file-work';
import type { Copies } from './copies';
import type { SessionMemories } from './session-memories';
import type { SessionKey } from './session-vectors';

/** The tables of one open database. */
export interface Tables {
  readonly users: UserTable;
  readonly userTraces: UserTraces;
  readonly sessions: SessionTable;
  readonly searchTexts: SearchTextTable;
  readonly writer: MessageWriter;
  readonly reader: MessageReader;
  readonly paths: PathTable;
  readonly copies: CopyTable;
  readonly exports: ExportReader;
  readonly floors: FloorTable;
  readonly forgets: ForgetTable;
  readonly hygiene: HygieneReader;
  readonly eraser: Eraser;
  readonly recall: RecallReader;
  readonly search: SearchReader;
  readonly snapshots: SnapshotTable;
  readonly summaries: SummaryTable;
  readonly facts: FactTable;
  readonly profileMarks: ProfileMarkTable;
  readonly vectors: VectorTable;
  readonly sentences: SentenceTable;
  readonly tools: ToolReader;
  readonly jobs: JobTable;
  readonly costs: CostTable;
  readonly metrics: MetricTable;
  readonly drafts: DraftTable;
  readonly draftFiles: DraftFileTable;
  readonly prompts: PromptTable;
  readonly presets: PresetTable;
  readonly recallCases: RecallCaseTable;
  readonly settings: SettingTable;
}

/** Reads ahead what the first question in a session would wait for. */
export interface SessionWarmer {
  /** Begins, once for each session, when nobody waits; with all chats of the user where it recalls across them. */
  readonly begin: (
    session: Pick<StoredSession, 'userId' | 'id' | 'recallScope'>,
    settings: ContextSettings,
  ) => void;
  /** Opens the vectors of all a user's sessions, one after the other: whoever asks for something comes in between. */
  readonly openAll: (userId: UserId, model: string, dimension: number) => Promise<void>;
  /** What was read of a session is let go again: it is read anew for whoever looks at it next. */
  readonly released: (key: SessionKey) => void;
}

/** What the engine's operations are made of. */
export interface EngineParts {
  readonly database: Database;
  readonly tables: Tables;
  /** Whether the database lies in memory and holds one temporary session. */
  readonly temporary: boolean;
  /** The folder of all files; null where everything lies in memory. */
  readonly dataFolder: string | null;
  /** Does work on whole files, in another thread where there is one. */
  readonly doFileWork: DoFileWork;
  readonly copies: Copies;
  /** Has the write-ahead log moved into the database when nobody waits. */
  readonly checkpointLater: () => void;
  readonly memories: SessionMemories;
  readonly counters: TokenCounters;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly warmer: SessionWarmer;
  /** A new uuid v7. */
  readonly newId: () => string;
}

/** Enqueues background work; the key, made of what it comes after, makes it happen once. Says whether it is new. */
export function enqueueJob(
  parts: EngineParts,
  job: { kind: JobKind; userId: UserId; sessionId: SessionId; after: string },
): boolean {
  const now = parts.clock.now();
  return parts.tables.jobs.enqueue({
    id: jobIdSchema.parse(parts.newId()),
    kind: job.kind,
    userId: job.userId,
    sessionId: job.sessionId,
    idempotencyKey: jobKey(job),
    runAfter: now,
    createdAt: now,
  });
}

/** The same for work that may be done before and lacking again. */
export function enqueueOrRevive(parts: EngineParts, job: Parameters<typeof enqueueJob>[1]): void {
  if (!enqueueJob(parts, job)) parts.tables.jobs.revive(jobKey(job), parts.clock.now());
}

/** The key of a job: one for each session and what it comes after. */
function jobKey(job: { kind: JobKind; sessionId: SessionId; after: string }): string {
  return `${job.kind}:${job.sessionId}:${job.after}`;
}
