import type { Worker, WorkerOptions } from 'node:worker_threads';
import { catalogue } from '../shared/catalogue/catalogue';
import type { Emit } from '../shared/contract/emit';
import type { StartInfo } from '../shared/contract/calls/app-calls';
import type { Logger } from '../shared/logger';
import { clampToWindow } from './chat/fit-window';
import { createRunningTurns } from './chat/running-turns';
import { connectEngine } from './engine/connect-engine';
import type { Dialogs } from './ipc/dialogs';
import type { HandlerMap } from './ipc/handler-map';
import { createEmbedJob } from './jobs/embed-job';
import { createJobRunner, type JobRunner } from './jobs/job-runner';
import { createSummariseJob } from './jobs/summarise-job';
import { meteredEmbedder } from './memory/costs/metered-embedder';
import { meteredModel } from './memory/costs/metered-model';
import type { Clock } from './memory/ports/clock';
import type { SecretStore } from './memory/ports/secret-store';
import { systemClock } from './memory/system-clock';
import type { Base } from './wiring/base';
import { createConnections } from './wiring/connections';
import { wireHandlers } from './wiring/handlers';
import { createModels, type Models } from './wiring/models';

/** What the program is made of from outside: folders, threads, keys, the network, the page and the desktop. */
export interface WiringOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly platform: StartInfo['platform'];
  readonly createEngineWorker: (options: WorkerOptions) => Worker;
  readonly createEmbedderWorker: (options: WorkerOptions) => Worker;
  readonly secrets: SecretStore;
  /** Reaches the servers the user chose; used for nothing else, and not before they are asked something. */
  readonly fetch: typeof fetch;
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

/** Builds every service from paths and threads, without Electron. Errors: whatever opening the data folder throws. */
export async function wire(options: WiringOptions): Promise<Services> {
  const { logger, emit, dialogs, secrets, dataFolder, version, clock = systemClock } = options;
  const client = await connectEngine({
    createWorker: () => options.createEngineWorker({ workerData: { dataFolder, version } }),
    logger,
    onLost: () => emit('notice', { text: catalogue.main.errors.engineLost, severity: 'error' }),
  });
  const { engine } = client;
  const user = await engine.defaultUser({});
  const settings = { current: await engine.readSettings({}) };
  const connections = createConnections({ ...options, clock, settings: () => settings.current });
  const models = createModels({
    createEmbedderWorker: () => options.createEmbedderWorker({}),
    settings: () => settings.current,
    connections,
    fetch: options.fetch,
    clock,
    random: Math.random,
  });
  const windows = new Map<string, number>();
  const withinWindow: Base['withinWindow'] = (budgets, model) =>
    clampToWindow(budgets, windows.get(model) ?? Infinity);
  const settingsFor = createSettingsFor(settings, models, withinWindow);
  const base = {
    engine,
    user,
    settings,
    logger,
    emit,
    dialogs,
    clock,
    secrets,
    connections,
    models,
    settingsFor,
    withinWindow,
  };
  const jobs = wireJobs(base);
  const onJobsEnqueued = (): void => jobs.wake();
  const turns = createRunningTurns({
    ...base,
    chatModel: models.chatModel,
    embedderOf: models.embedderOf,
    temperature: () => settings.current.temperature,
    onWindowLearned: (model, tokens) => windows.set(model, tokens),
    onJobsEnqueued,
  });
  const info = { version, platform: options.platform, dataFolder, user, notice: client.notice };
  return {
    handlers: wireHandlers({ ...base, onJobsEnqueued }, { turns, info }),
    start: () => {
      void warmUp({ ...base, onJobsEnqueued });
    },
    close: async () => {
      await Promise.all([turns.stopAll(), jobs.stop()]);
      await engine.close({});
      await Promise.all([models.close(), client.terminate()]);
    },
  };
}

/** What shapes a session's next context: the budgets, within the model's window as far as it is known. */
function createSettingsFor(
  settings: Base['settings'],
  models: Models,
  withinWindow: Base['withinWindow'],
): Base['settingsFor'] {
  return ({ strategy }) => {
    const { name: model } = models.chatModel();
    return { budgets: withinWindow(settings.current.budgets, model), strategy, model };
  };
}

function wireJobs({
  engine,
  emit,
  clock,
  logger,
  models,
  settingsFor,
}: Omit<Base, 'onJobsEnqueued'>): JobRunner {
  const meter = { engine, logger };
  const summarise = createSummariseJob({
    store: engine,
    summariser: (about) =>
      meteredModel(models.summariser(), meter, { ...about, turnId: null, kind: 'summary' }),
    settingsFor: async (userId, sessionId) => settingsFor(await engine.getSession({ userId, sessionId })),
    windowTokens: summariserWindowTokens,
    onCommitted: (sessionId) => {
      emit('summaries-changed', { sessionId });
    },
  });
  const embed = createEmbedJob(engine, ({ userId, sessionId }) =>
    meteredEmbedder(models.embedder(), meter, { userId, sessionId, turnId: null }),
  );
  return createJobRunner({
    queue: engine,
    handlers: { embed, summarise },
    clock,
    logger,
    random: Math.random,
    onChange: () => {
      emit('jobs-changed', {});
    },
  });
}

/** What is slow and not needed for the first paint: token tables, vectors that are missing, the weekly check. */
async function warmUp({ engine, emit, logger, models, onJobsEnqueued }: Base): Promise<void> {
  try {
    await engine.warmUp({ model: models.chatModel().name });
    await engine.enqueueMissingVectors({ model: models.embedder().model });
    onJobsEnqueued();
    const problem = await engine.checkDatabase({});
    if (problem !== null) emit('notice', { text: problem, severity: 'warning' });
  } catch (error) {
    logger.warn('warm-up failed', { error: error instanceof Error ? error.message : '' });
  }
}

/** Tokens of messages a summariser takes at once; well below the window of every model in use. */
const summariserWindowTokens = 6_000;
