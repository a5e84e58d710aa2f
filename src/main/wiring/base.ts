import type { Emit } from '../../shared/contract/emit';
import type { Logger } from '../../shared/logger';
import type { NetworkEntry } from '../../shared/model/network';
import type { SessionId } from '../../shared/model/ids';
import type { Session } from '../../shared/model/session';
import type { Settings } from '../../shared/settings';
import type { Dialogs } from '../ipc/dialogs';
import type { Imports } from '../ipc/imports';
import type { JobRunner } from '../jobs/job-runner';
import type { ChatFiles } from '../memory/ports/chat-files';
import type { Clock } from '../memory/ports/clock';
import type { Engine } from '../memory/ports/engine';
import type { ContextSettings } from '../memory/ports/recall';
import type { SecretStore } from '../memory/ports/secret-store';
import type { Connections } from './connections';
import type { Models } from './models';
import type { WiredTools } from './tools';
import type { Spending } from './spending';

/** What every service is built from. */
export interface Base {
  readonly engine: Engine;
  readonly settings: { current: Settings };
  readonly logger: Logger;
  readonly emit: Emit;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly secrets: SecretStore;
  /** Ends the program in order and starts it again. */
  readonly restart: () => void;
  /** Opens one more window on a chat. */
  readonly openWindow: (sessionId: SessionId) => void;
  readonly connections: Connections;
  readonly models: Models;
  readonly tools: WiredTools;
  /** Reads files of chats in a thread of their own. */
  readonly files: ChatFiles;
  readonly imports: Imports;
  /** What shapes a session's next context: the budgets, within the model's window as far as it is known. */
  readonly settingsFor: (session: Session) => ContextSettings;
  /** The same but for the strategy, which is each session's own. */
  readonly sizing: () => Omit<ContextSettings, 'strategy'>;
  /** Budgets within a model's window, as far as it is known. */
  readonly withinWindow: (budgets: Settings['budgets'], model: string) => Settings['budgets'];
  /** This month's costs. */
  readonly spending: Spending;
  /** The latest requests, newest first. */
  readonly requests: () => readonly NetworkEntry[];
  readonly onJobsEnqueued: () => void;
  readonly jobs: Pick<JobRunner, 'pause' | 'isPaused'>;
  /** Something was deleted and is to be erased when its undo has passed. */
  readonly onDeleted: () => void;
}

/** What jobs are built from: the rest needs them. */
export type BeforeJobs = Omit<Base, 'onJobsEnqueued' | 'imports' | 'jobs'>;
