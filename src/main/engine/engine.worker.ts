import { parentPort, Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { toErrorShape } from '../../shared/errors';
import type { LogFields, Logger } from '../../shared/logger';
import { dataFolderAt, ensureDataFolder } from '../storage/data-folder';
import { createFileThread } from '../storage/file-thread';
import { doFileWork } from '../storage/file-work';
import { lockFolder } from '../storage/folder-lock';
import { openDatabase } from '../storage/open-database';
import { applyRestore } from '../storage/restore-backup';
import { systemClock } from '../memory/system-clock';
import { createTokenCounters } from '../memory/tokens/token-counters';
import type { Engine } from '../memory/ports/engine';
import { createEngine } from './create-engine';
import type { EngineResponse } from './protocol';
import { openReadingEngine } from './reading-engine';
import { serveEngine } from './serve-engine';
import { openTemporaryEngine } from './temporary-engine';
import { createRoutingEngine } from './temporary-sessions';

const optionsSchema = z.object({
  dataFolder: z.string().min(1),
  version: z.string(),
  /** Whether another process writes the folder, or none does, and this one only reads it. */
  readOnly: z.boolean().optional(),
  /** The file of the thread for work on whole files; without it this thread does that too. */
  fileWorker: z.string().optional(),
});

interface OpenedEngine {
  readonly engine: Engine;
  readonly notice: string | null;
}

if (parentPort === null) throw new Error('The engine runs in a worker thread');
const port = parentPort;

function send(response: EngineResponse): void {
  port.postMessage(response);
}

const log =
  (level: 'debug' | 'info' | 'warn' | 'error') =>
  (message: string, fields: LogFields = {}): void => {
    send({ kind: 'log', level, message, fields });
  };
const logger: Logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };

/** Opens the folder for the one process that writes it. */
async function openWriting(
  dataFolder: string,
  appVersion: string,
  fileWorker: string | undefined,
): Promise<OpenedEngine> {
  const folder = ensureDataFolder(dataFolder);
  const lock = lockFolder(folder.lock);
  const restored = applyRestore(folder);
  const opened = await openDatabase({ path: folder.database, clock: systemClock, logger, appVersion });
  const close = (): void => {
    opened.close();
    lock.release();
  };
  const shared = { clock: systemClock, logger, counters: createTokenCounters() };
  const main = createEngine({
    ...shared,
    opened: { ...opened, close },
    dataFolder,
    doFileWork:
      fileWorker === undefined ? doFileWork : createFileThread((options) => new Worker(fileWorker, options)),
    vectorFileOf: ({ userId, sessionId }, model) => folder.vectorFile(userId, sessionId, model),
    vectorFolderOf: (userId) => folder.vectorsOf(userId),
  });
  const { database } = opened;
  const engine = createRoutingEngine(main, (userId) => openTemporaryEngine({ ...shared, database }, userId));
  return { engine, notice: (opened.notice ?? restored)?.text ?? null };
}

/** Opens it beside whoever writes it. */
async function openReading(dataFolder: string): Promise<OpenedEngine> {
  const folder = dataFolderAt(dataFolder);
  const shared = { clock: systemClock, logger, counters: createTokenCounters() };
  return { engine: await openReadingEngine({ ...shared, folder }), notice: null };
}

async function serve(): Promise<void> {
  const { dataFolder, version, readOnly, fileWorker } = optionsSchema.parse(workerData);
  const opened = await (readOnly === true
    ? openReading(dataFolder)
    : openWriting(dataFolder, version, fileWorker));
  serveEngine(port, opened.engine, logger);
  send({ kind: 'ready', notice: opened.notice });
}

void serve().catch((error: unknown) => {
  const shape = toErrorShape(error);
  if (shape.kind === 'unexpected')
    log('error')('engine did not start', { stack: (error as Error).stack ?? '' });
  send({ kind: 'failed', error: shape });
});
