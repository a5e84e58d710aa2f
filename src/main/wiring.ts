import type { Worker, WorkerOptions } from 'node:worker_threads';
import { catalogue } from '../shared/catalogue/catalogue';
import type { Emit } from '../shared/contract/emit';
import type { SessionId } from '../shared/model/ids';
import type { StartInfo } from '../shared/contract/calls/app-calls';
import type { Logger } from '../shared/logger';
import { connectEngine, type EngineWorker } from './engine/connect-engine';
import { createImportSource } from './importers/import-source';
import { createForgetSchedule } from './jobs/forget-schedule';
import type { Dialogs } from './ipc/dialogs';
import type { HandlerMap } from './ipc/handler-map';
import { createImports } from './ipc/imports';
import { importFile, type FileImportWatch, type ImportedConversation } from './ipc/import-file';
import type { Clock } from './memory/ports/clock';
import type { SecretStore } from './memory/ports/secret-store';
import { systemClock } from './memory/system-clock';
import { wireJobs } from './wiring/jobs';
import { createLearnedWindows } from './wiring/learned-windows';
import { openOutward } from './wiring/outward';
import { wirePeople } from './wiring/people';
import { createSettingsFor } from './wiring/settings-for';
import { wireTools } from './wiring/tools';
import { warmUp } from './wiring/warm-up';

/** What the program is made of from outside: folders, threads, keys, the network, the page and the desktop. */
export interface WiringOptions {
  readonly dataFolder: string;
  readonly version: string;
  readonly build: string | null;
  readonly platform: StartInfo['platform'];
  readonly createEngineWorker: (options: WorkerOptions) => EngineWorker;
  readonly createEmbedderWorker: (options: WorkerOptions) => Worker;
  readonly createImportWorker: (options: WorkerOptions) => Worker;
  readonly secrets: SecretStore;
  /** Reaches the servers the user chose; used for nothing else, and not before they are asked something. */
  readonly fetch: typeof fetch;
  readonly logger: Logger;
  readonly emit: Emit;
  readonly dialogs: Dialogs;
  /** Ends the program in order and starts it again. */
  readonly restart: () => void;
  /** Opens one more window on a chat. Errors: `conflict` where too many are open. */
  readonly openWindow: (sessionId: SessionId) => void;
  readonly clock?: Clock;
}

/** The running program without its window. */
export interface Services {
  /** Who answers the calls that arrive now: they are made for the user who is active now. */
  readonly handlers: HandlerMap;
  /** Begins background work and loads what is slow; called once the window shows. */
  start(): void;
  /** Imports every conversation of a file for the user who is active. Errors: `import-failed`, `not-found`. */
  readonly importFile: (path: string, watch: FileImportWatch) => Promise<readonly ImportedConversation[]>;
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
  const [first, current] = await Promise.all([client.engine.defaultUser({}), client.engine.readSettings({})]);
  const settings = { current };
  const inner = { engine: client.engine, settings: () => settings.current, clock };
  const { engine, network, spending, connections, models } = await openOutward(options, inner);
  // The month's cap holds from the first call on, also where nothing is ever started beside it.
  const spendingIsKnown = spending.load();
  const windows = createLearnedWindows();
  const { withinWindow, onWindowLearned } = windows;
  const tools = wireTools(() => settings.current, clock);
  const shaping = createSettingsFor(settings, models, withinWindow, tools);
  const onErased = (): void => emit('messages-forgotten', {});
  const forgets = createForgetSchedule({ store: engine, clock, logger, onErased });
  const { restart, openWindow } = options;
  const given = { logger, emit, dialogs, clock, secrets, restart, openWindow };
  const about = { ...given, engine, settings, onDeleted: () => forgets.wake() };
  const account = { spending, requests: () => network.log.entries() };
  const files = createImportSource(options.createImportWorker);
  const base = { ...about, ...account, connections, models, tools, files, ...shaping, withinWindow };
  const { jobs, foldNow, startDaily } = wireJobs(base, windows);
  const onJobsEnqueued = (): void => jobs.wake();
  const imports = createImports({ engine, files, clock, logger, onJobsEnqueued });
  const whole = { ...base, imports, jobs, onJobsEnqueued };
  const people = wirePeople(whole, {
    first,
    foldNow,
    info: { version, build: options.build, platform: options.platform, dataFolder, notice: client.notice },
    onWindowLearned,
  });
  await spendingIsKnown;
  return {
    get handlers() {
      return people.handlers();
    },
    start: () => {
      // What was deleted before the program ended cannot be undone any more.
      void forgets.finish();
      void spending.refresh();
      void warmUp(whole);
      void imports.resume(people.current());
      void people.eraseHidden();
      startDaily();
    },
    importFile: (path, watch) => importFile({ ...base, ...people.current(), onJobsEnqueued }, path, watch),
    close: async () => {
      await Promise.all([people.stopAnswers(), imports.close(), jobs.stop()]);
      await people.close();
      forgets.stop();
      await forgets.finish();
      await engine.close({});
      await Promise.all([models.close(), client.terminate(), network.flush()]);
    },
  };
}
