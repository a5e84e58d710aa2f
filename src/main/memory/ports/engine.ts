import type { Settings } from '../../../shared/settings';
import type { BackupStore } from './backup-store';
import type { CostLog } from './cost-log';
import type { BranchStore } from './branch-store';
import type { ConversationExport } from './conversation-export';
import type { ConversationImport } from './conversation-import';
import type { FloorStore } from './floor-store';
import type { ForgetStore } from './forget-store';
import type { HealthReader } from './health-reader';
import type { HygieneStore } from './hygiene-store';
import type { JobQueue } from './job-queue';
import type { MessageLog } from './message-log';
import type { PresetStore } from './preset-store';
import type { ProfileStore } from './profile-store';
import type { MemoryReader } from './recall';
import type { SearchIndex } from './search-index';
import type { RegistryReader } from './memory-registry';
import type { ReplayStore } from './replay-store';
import type { SessionStore } from './session-store';
import type { SummaryStore } from './summary-store';
import type { UserStore } from './user-store';
import type { ToolLog } from './tool-log';
import type { VectorStore } from './vector-store';

/** Settings and the engine's own life. */
export interface EngineControl {
  readSettings(input: Record<string, never>): Promise<Settings>;
  writeSettings(input: { readonly settings: Settings }): Promise<Settings>;
  /** Loads what is slow and not needed for the first paint (token tables); returns the milliseconds it took. */
  warmUp(input: { readonly model: string }): Promise<number>;
  /** Checks the database when that is due (unclean exit, weekly); problems in words, or null. */
  checkDatabase(input: Record<string, never>): Promise<string | null>;
  /** Renews a part of what full text indexes where an earlier version wrote it; true while more is left. */
  renewSearchText(input: Record<string, never>): Promise<boolean>;
  /** Ends all work and closes the database. */
  close(input: Record<string, never>): Promise<null>;
}

/**
 * The memory engine as the rest of the program sees it: coarse asynchronous operations, each atomic, each
 * taking and returning plain data, so that a worker thread, or a server, can stand behind it.
 */
export interface Engine
  extends
    UserStore,
    SessionStore,
    MessageLog,
    BranchStore,
    SearchIndex,
    FloorStore,
    ForgetStore,
    ToolLog,
    ConversationExport,
    ConversationImport,
    MemoryReader,
    SummaryStore,
    PresetStore,
    ProfileStore,
    VectorStore,
    JobQueue,
    RegistryReader,
    CostLog,
    BackupStore,
    HealthReader,
    HygieneStore,
    ReplayStore,
    EngineControl {}

/** The name of an engine operation. */
export type EngineMethod = keyof Engine;
