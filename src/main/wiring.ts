import { basename } from 'node:path';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { catalogue } from '../shared/catalogue/catalogue';
import type { Emit } from '../shared/contract/emit';
import type { StartInfo } from '../shared/contract/calls';
import type { UserId } from '../shared/model/ids';
import type { Session } from '../shared/model/session';
import type { User } from '../shared/model/user';
import type { Settings } from '../shared/settings';
import { embedQuery } from './chat/embed-query';
import { createRunningTurns, type RunningTurns } from './chat/running-turns';
import { createCachedEmbedder } from './embeddings/cached-embedder';
import { createMemoryEmbeddingCache } from './embeddings/memory-embedding-cache';
import { createWorkerEmbedder, type WorkerEmbedder } from './embeddings/worker-embedder';
import { connectEngine } from './engine/connect-engine';
import { readLocomoFile, toImportedSessions } from './importers/locomo';
import type { Dialogs } from './ipc/dialogs';
import type { HandlerMap } from './ipc/handler-map';
import { createAppHandlers } from './ipc/handlers/app-handlers';
import { createChatHandlers } from './ipc/handlers/chat-handlers';
import { createImportHandlers, type ReadConversation } from './ipc/handlers/import-handlers';
import { createMemoryHandlers } from './ipc/handlers/memory-handlers';
import { createSessionHandlers } from './ipc/handlers/session-handlers';
import { createEmbedJob } from './jobs/embed-job';
import { createJobRunner, type JobRunner } from './jobs/job-runner';
import { createSummariseJob } from './jobs/summarise-job';
import type { Clock } from './memory/ports/clock';
import type { ChatModel } from './memory/ports/chat-model';
import type { Embedder } from './memory/ports/embedder';
import type { Engine } from './memory/ports/engine';
import type { Logger } from '../shared/logger';
import type { ContextSettings, QueryVector } from './memory/ports/recall';
import { systemClock } from './memory/system-clock';
import { createOfflineModel } from './provider/offline-model';

/** What the program is made of from outside: folders, threads, the page and the desktop. */
export interface WiringOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly platform: StartInfo['platform'];
  readonly createEngineWorker: (options: WorkerOptions) => Worker;
  readonly createEmbedderWorker: (options: WorkerOptions) => Worker;
  readonly logger: Logger;
  readonly emit: Emit;
  readonly dialogs: Dialogs;
  readonly clock?: Clock;
}

/** The running program without its window. */
export interface Services {
  readonly handlers: HandlerMap;
  /** Begins background work and loads what is slow; called once the window shows. */
  start(): void;
  /** Stops answers and jobs, stores what they have, and closes the database. */
  close(): Promise<void>;
}

/** What every service is built from. */
interface Base extends Required<Pick<WiringOptions, 'logger' | 'emit' | 'dialogs' | 'clock'>> {
  readonly engine: Engine;
  readonly user: User;
  readonly settings: { current: Settings };
}

/** Builds every service from paths and threads, without Electron. Errors: whatever opening the data folder throws. */
export async function wire(options: WiringOptions): Promise<Services> {
  const { logger, emit, dialogs, clock = systemClock } = options;
  const { dataFolder, version } = options;
  const client = await connectEngine({
    createWorker: () => options.createEngineWorker({ workerData: { dataFolder, version } }),
    logger,
    onLost: () => {
      emit('notice', { text: catalogue.main.errors.engineLost, severity: 'error' });
    },
  });
  const { engine } = client;
  const user = await engine.defaultUser({});
  const settings = { current: await engine.readSettings({}) };
  const base: Base = { engine, user, settings, logger, emit, dialogs, clock };

  const models = wireModels(() => options.createEmbedderWorker({}));
  const settingsFor = (session: Session): ContextSettings => ({
    budgets: settings.current.budgets,
    strategy: session.strategy,
    systemPrompt: settings.current.systemPrompt,
    model: models.chatModel().name,
  });
  const jobs = wireJobs(base, models, settingsFor);
  const onJobsEnqueued = (): void => {
    jobs.wake();
  };
  const { chatModel, embedderOf } = models;
  const turns = createRunningTurns({ ...base, chatModel, embedderOf, settingsFor, onJobsEnqueued });
  const info = { version, platform: options.platform, dataFolder, user, notice: client.notice };
  return {
    handlers: wireHandlers(base, { models, turns, settingsFor, onJobsEnqueued, info }),
    start: () => {
      void warmUp(base, models, onJobsEnqueued);
    },
    close: async () => {
      await Promise.all([turns.stopAll(), jobs.stop()]);
      await engine.close({});
      await Promise.all([models.bundled.close(), client.terminate()]);
    },
  };
}

interface Models {
  readonly chatModel: () => ChatModel;
  readonly bundled: WorkerEmbedder;
  readonly embedderOf: (owner: UserId) => Embedder;
}

function wireModels(createEmbedderWorker: () => Worker): Models {
  const offline = createOfflineModel();
  const bundled = createWorkerEmbedder(createEmbedderWorker);
  const cache = createMemoryEmbeddingCache();
  return {
    chatModel: () => offline,
    bundled,
    embedderOf: (userId) => createCachedEmbedder({ embedder: bundled, cache, userId }),
  };
}

function wireJobs(
  { engine, emit, clock, logger }: Base,
  models: Models,
  settingsFor: (session: Session) => ContextSettings,
): JobRunner {
  const summarise = createSummariseJob({
    store: engine,
    summariser: models.chatModel,
    settingsFor: async (userId, sessionId) => settingsFor(await engine.getSession({ userId, sessionId })),
    windowTokens: summariserWindowTokens,
    onCommitted: (sessionId) => {
      emit('summaries-changed', { sessionId });
    },
  });
  return createJobRunner({
    queue: engine,
    handlers: { embed: createEmbedJob(engine, models.bundled), summarise },
    clock,
    logger,
    random: Math.random,
    onChange: () => {
      emit('jobs-changed', {});
    },
  });
}

interface HandlerParts {
  readonly models: Models;
  readonly turns: RunningTurns;
  readonly settingsFor: (session: Session) => ContextSettings;
  readonly onJobsEnqueued: () => void;
  readonly info: Omit<StartInfo, 'settings' | 'model'>;
}

function wireHandlers(base: Base, parts: HandlerParts): HandlerMap {
  const { engine, user, settings, emit, dialogs, clock } = base;
  const { models, turns, settingsFor, onJobsEnqueued, info } = parts;
  const userId = (): UserId => user.id;
  const onSettings = (changed: Settings): void => {
    settings.current = changed;
    emit('settings-changed', { settings: changed });
  };
  const modelLabel = () => ({ kind: 'offline', label: catalogue.main.offlineModel }) as const;
  const embed = (owner: UserId, text: string, signal: AbortSignal): Promise<QueryVector> =>
    embedQuery(models.embedderOf(owner), text, clock, signal, tryDeadlineMs);
  const common = { engine, userId, settingsFor, onJobsEnqueued };
  return {
    ...createAppHandlers({ engine, dialogs, settings: () => settings.current, onSettings, info, modelLabel }),
    ...createSessionHandlers(engine, userId, emit, () => settings.current.strategy),
    ...createChatHandlers({ ...common, turns, modelName: () => models.chatModel().name }),
    ...createMemoryHandlers({ ...common, embed }),
    ...createImportHandlers({ ...common, dialogs, emit, readFile: readConversations }),
  };
}

/** What is slow and not needed for the first paint: token tables, vectors that are missing, the weekly check. */
async function warmUp(
  { engine, emit, logger }: Base,
  models: Models,
  onJobsEnqueued: () => void,
): Promise<void> {
  try {
    await engine.warmUp({ model: models.chatModel().name });
    await engine.enqueueMissingVectors({ model: models.bundled.model });
    onJobsEnqueued();
    const problem = await engine.checkDatabase({});
    if (problem !== null) emit('notice', { text: problem, severity: 'warning' });
  } catch (error) {
    logger.warn('warm-up failed', { error: error instanceof Error ? error.message : '' });
  }
}

/** Tokens of messages a summariser takes at once; well below the window of every model in use. */
const summariserWindowTokens = 6_000;

/** A try may wait for the embedder to load; an answer may not. */
const tryDeadlineMs = 5_000;

async function readConversations(path: string): Promise<readonly ReadConversation[]> {
  const conversations = await readLocomoFile(path);
  return conversations.map((conversation) => ({
    key: `${basename(path)}:${conversation.id}`,
    title: `${conversation.speakerA} · ${conversation.speakerB}`,
    speakers: [conversation.speakerA, conversation.speakerB],
    sessions: toImportedSessions(conversation),
  }));
}
