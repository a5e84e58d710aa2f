import { v7 as uuidv7 } from 'uuid';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Clock } from '../memory/ports/clock';
import type { Engine } from '../memory/ports/engine';
import { engineMethods } from '../memory/ports/engine-methods';
import type { Logger } from '../../shared/logger';
import type { UserId } from '../../shared/model/ids';
import type { RegistryLimits } from '../memory/registry/user-memory-registry';
import { createTokenCounters, type TokenCounters } from '../memory/tokens/token-counters';
import { doFileWork, type DoFileWork } from '../storage/file-work';
import { createLateCheckpoint } from '../storage/late-checkpoint';
import { toStorageError } from '../storage/storage-error';
import type { OpenedDatabase } from '../storage/open-database';
import { createCopies } from './copies';
import { createTables } from './create-tables';
import type { EngineParts, Tables } from './engine-parts';
import { loadWordVectors } from './load-word-vectors';
import { buildContext } from './operations/context-operations';
import { previewContext } from './operations/preview-context';
import { createForgetReports } from './forget/forget-reports';
import { createForgetOperations } from './forget/forget-operations';
import { createBackupOperations } from './operations/backup-operations';
import { createBranchOperations } from './operations/branch-operations';
import { createControlOperations } from './operations/control-operations';
import { createCostOperations } from './operations/cost-operations';
import { createDraftOperations } from './operations/draft-operations';
import { endReply } from './operations/end-reply';
import { createExportOperations } from './operations/export-operations';
import { createFloorOperations } from './operations/floor-operations';
import { createHealthOperations } from './operations/health-operations';
import { createHygieneOperations } from './operations/hygiene-operations';
import { createImportOperations } from './operations/import-operations';
import { createJobOperations } from './operations/job-operations';
import { createMessageOperations } from './operations/message-operations';
import { createProfileOperations } from './operations/profile-operations';
import { createPresetOperations } from './operations/preset-operations';
import { createPromptOperations } from './operations/prompt-operations';
import { readDetail } from './operations/read-detail';
import { createReplayOperations } from './operations/replay-operations';
import { createRegistryOperations } from './operations/registry-operations';
import { authorsInScope, recall, searchMemory } from './operations/recall-operations';
import { searchAll } from './operations/search-all';
import { createSessionOperations } from './operations/session-operations';
import { completeSnapshot, readSnapshots } from './operations/snapshot-operations';
import { createSummaryOperations } from './operations/summary-operations';
import { timedSummaries } from './operations/timed-summaries';
import { createUserOperations } from './operations/user-operations';
import { createToolOperations } from './operations/tool-operations';
import { createVectorOperations } from './operations/vector-operations';
import { createSessionMemories, registryLimits, type SessionMemories } from './session-memories';
import { createSessionVectors, type OnClosed, type SessionKey } from './session-vectors';
import { createSessionWords } from './session-words';
import { createSessionWarmer } from './warm-session';

/** What the engine runs on. */
export interface EngineOptions {
  readonly opened: OpenedDatabase;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The cache file of a session's vectors; null where nothing may be left on disk. */
  readonly vectorFileOf: (key: SessionKey, model: string) => string | null;
  /** Where all of a user's cache files lie; null where nothing may be left on disk, which is also the default. */
  readonly vectorFolderOf?: (userId: UserId) => string | null;
  readonly counters?: TokenCounters;
  /** How many sessions are held in memory; a hundred where absent. */
  readonly limits?: RegistryLimits;
  /** Makes ids; uuid v7 where absent. */
  readonly newId?: () => string;
  /** Whether the database lies in memory and will hold one temporary session; false where absent. */
  readonly temporary?: boolean;
  /** The folder of all files, which is searched for what was forgotten; absent where everything lies in memory. */
  readonly dataFolder?: string;
  /** Does work on whole files; in this thread where absent. */
  readonly doFileWork?: DoFileWork;
  /** Whether the connection cannot write, as beside the program that does; false where absent. */
  readonly readOnly?: boolean;
  /** Messages whose words one question may read; as {@link createSessionWords} has it where absent. */
  readonly wordsAtOnce?: number;
  /** Whether another engine over the same database has taken its place; false where absent. */
  readonly isReplaced?: () => boolean;
}

/**
 * Puts the memory engine together over one open database, for the one thread that may use it. What the last
 * process left unfinished is settled first: replies that were streaming end as stopped, running jobs wait again.
 */
export function createEngine(options: EngineOptions): Engine {
  const { opened, clock, logger, counters = createTokenCounters(), temporary = false } = options;
  const { database } = opened;
  const tables = createTables(database, temporary);
  for (const [model, factor] of tables.settings.tokenFactors()) counters.restoreFactor(model, factor);
  const parts: EngineParts = {
    database,
    tables,
    temporary,
    dataFolder: options.dataFolder ?? null,
    doFileWork: options.doFileWork ?? doFileWork,
    copies: createCopies(database),
    checkpointLater: createLateCheckpoint(database, clock),
    warmer: createSessionWarmer(() => parts),
    memories: createMemories(options, tables, (key) => parts.warmer.released(key)),
    counters,
    clock,
    logger,
    newId: options.newId ?? uuidv7,
  };
  const reports = createForgetReports(parts);
  if (options.readOnly !== true) settleUnfinished(parts);
  return asynchronous({
    ...createUserOperations(parts, options.vectorFolderOf ?? noFolder, reports),
    ...createSessionOperations(parts),
    ...createDraftOperations(parts),
    ...createPromptOperations(parts),
    ...createPresetOperations(parts),
    ...createMessageOperations(parts),
    ...createBranchOperations(parts),
    ...createForgetOperations(parts, reports),
    ...createToolOperations(parts),
    ...createImportOperations(parts),
    ...timedSummaries(parts, createSummaryOperations(parts)),
    ...createProfileOperations(parts),
    ...createRegistryOperations(parts),
    ...createVectorOperations(parts),
    ...createJobOperations(parts),
    ...createCostOperations(parts),
    ...createExportOperations(parts),
    ...createFloorOperations(parts),
    ...createHealthOperations(parts),
    ...createHygieneOperations(parts),
    ...createReplayOperations(parts),
    ...createControlOperations(parts, opened),
    ...createBackupOperations(parts),
    searchAll: (input) => Promise.resolve(searchAll(parts, input)),
    readDetail: (input) => Promise.resolve(readDetail(parts, input)),
    listAuthors: (input) => Promise.resolve(authorsInScope(parts, input)),
    recall: (input) => recall(parts, input),
    searchMemory: (input) => searchMemory(parts, input),
    buildContext: (input) => buildContext(parts, input),
    previewContext: (input) => previewContext(parts, input),
    completeSnapshot: (input) => Promise.resolve(completeSnapshot(parts, input)),
    readSnapshots: (input) => Promise.resolve(readSnapshots(parts, input)),
    countTokens: async ({ text, model }) => (await counters.forModel(model)).count(text),
  });
}

const noFolder = (): null => null;

function createMemories(options: EngineOptions, tables: Tables, onClosed: OnClosed): SessionMemories {
  const { clock, logger, readOnly = false, vectorFileOf: fileOf, limits = registryLimits } = options;
  return createSessionMemories({
    database: options.opened.database,
    vectors: createSessionVectors({ vectors: tables.vectors, fileOf, logger, readOnly, onClosed }),
    words: createSessionWords({
      load: loadWordVectors,
      recall: () => tables.recall,
      depthOf: (userId, sessionId) => tables.reader.depthOf(userId, sessionId),
      isOpen: () => options.opened.database.open && options.isReplaced?.() !== true,
      mostAtOnce: options.wordsAtOnce,
      clock,
      logger,
    }),
    limits,
    readOnly,
  });
}

function settleUnfinished(parts: EngineParts): void {
  const { database, tables, logger } = parts;
  const { interrupted } = catalogue.tools.told;
  const error = { kind: 'cancelled', message: catalogue.main.turn.interrupted, retryable: true } as const;
  const settle = database.transaction(() => {
    const replies = tables.reader.allStreaming();
    for (const reply of replies) {
      // The model is told by its result that a tool's run was cut off, and so is the user.
      if (reply.role === 'tool') endReply(parts, reply, { content: interrupted, state: 'failed', error });
      else endReply(parts, reply, { content: reply.content, state: 'stopped', error });
    }
    return { replies: replies.length, jobs: tables.jobs.releaseAll() };
  });
  const settled = settle.immediate();
  if (settled.replies + settled.jobs > 0) logger.info('settled what was unfinished', settled);
}

/** Every operation answers by its promise, never by throwing, and storage errors tell the user what to do. */
function asynchronous(engine: Engine): Engine {
  const operations = engineMethods.map((method) => {
    const run = async (input: unknown): Promise<unknown> => {
      try {
        return await engine[method](input as never);
      } catch (error) {
        throw toStorageError(error);
      }
    };
    return [method, run];
  });
  return Object.fromEntries(operations) as Engine;
}
