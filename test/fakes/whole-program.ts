import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createKeyStore } from '../../src/main/electron/key-store';
import { createFileTokens } from '../../src/main/ipc/file-tokens';
import { dispatch } from '../../src/main/ipc/dispatch';
import { wire, type Services } from '../../src/main/wiring';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/calls';
import type { Reply } from '../../src/shared/contract/channels';
import type { EventEnvelope } from '../../src/shared/contract/events';
import { temporaryFolder } from '../storage/support/temporary-folder';
import { createRecordingLogger } from './recording-logger';
import { createTestCipher } from './test-cipher';
import { startTsxWorker } from './tsx-worker';

/** The whole program but for Electron: the real wiring, its threads, its data folder. */
export interface WholeProgram {
  readonly services: Services;
  readonly folder: string;
  /** Everything it told the page. */
  readonly events: EventEnvelope[];
  readonly logger: ReturnType<typeof createRecordingLogger>;
  /** Asks as the page does, with anything. */
  readonly ask: (name: unknown, payload: unknown) => Promise<Reply<unknown>>;
  /** Asks, and takes an error for a failed test. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;
  /** Hears every event from now on; returns how to stop. */
  readonly listen: (listener: (event: EventEnvelope) => void) => () => void;
  /** The next event that fits. */
  readonly heard: (fits: (event: EventEnvelope) => boolean) => Promise<EventEnvelope>;
}

/**
 * Starts one, over an empty data folder where none is given; one a test file, since FAISS lives in one thread of a process
 * only. The file dialog answers `chosenPath`; nothing reaches a network.
 */
export async function openWholeProgram(
  chosenPath: string | null = null,
  folder = temporaryFolder(),
): Promise<WholeProgram> {
  const logger = createRecordingLogger();
  const events: EventEnvelope[] = [];
  const waiting = new Set<(event: EventEnvelope) => void>();
  const tokens = createFileTokens();
  const services = await wire({
    dataFolder: folder,
    version: '1.0.0',
    build: null,
    platform: 'linux',
    createEngineWorker: (options) =>
      startTsxWorker(new URL('../../src/main/engine/engine.worker.ts', import.meta.url), options),
    createEmbedderWorker: (options) =>
      startTsxWorker(new URL('../../src/main/embeddings/embed.worker.ts', import.meta.url), options),
    createImportWorker: (options) =>
      startTsxWorker(new URL('../../src/main/importers/import.worker.ts', import.meta.url), options),
    secrets: createKeyStore({
      file: join(folder, 'keys.json'),
      cipher: createTestCipher(true),
      environment: {},
    }),
    fetch: () => Promise.reject(new TypeError('there is no network here')),
    logger,
    restart: () => undefined,
    openWindow: () => undefined,
    emit: (name, payload) => {
      const event = { name, payload } as EventEnvelope;
      events.push(event);
      for (const listener of [...waiting]) listener(event);
    },
    dialogs: {
      chooseImportFile: () =>
        Promise.resolve(chosenPath === null ? null : { file: tokens.issue(chosenPath), name: 'file.json' }),
      chooseArchive: () =>
        Promise.resolve(chosenPath === null ? null : { file: tokens.issue(chosenPath), name: 'file.engram' }),
      chooseChannelFile: () => Promise.resolve(null),
      chooseExportPlace: (name, extension) =>
        Promise.resolve({ path: join(folder, `${name}.${extension}`), name: `${name}.${extension}` }),
      pathOf: (file) => tokens.pathOf(file),
      openFolder: () => Promise.resolve(),
      openExternal: () => Promise.resolve(false),
    },
  });
  onTestFinished(() => services.close());
  const abort = new AbortController();
  const ask: WholeProgram['ask'] = (name, payload) =>
    dispatch({ handlers: services.handlers, logger }, name, payload, { signal: abort.signal });
  return {
    services,
    folder,
    events,
    logger,
    ask,
    call: async (name, input) => {
      const reply = await ask(name, input);
      if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
      return reply.value as CallOutput<typeof name>;
    },
    listen: (listener) => {
      waiting.add(listener);
      return () => void waiting.delete(listener);
    },
    heard: (fits) =>
      new Promise((resolve) => {
        const listener = (event: EventEnvelope): void => {
          if (!fits(event)) return;
          waiting.delete(listener);
          resolve(event);
        };
        waiting.add(listener);
      }),
  };
}
