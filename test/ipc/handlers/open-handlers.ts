import { join } from 'node:path';
import { embedQuery } from '../../../src/main/chat/embed-query';
import { createRunningTurns } from '../../../src/main/chat/running-turns';
import { createImportSource } from '../../../src/main/importers/import-source';
import { createChangeSettings } from '../../../src/main/ipc/change-settings';
import { createFileTokens } from '../../../src/main/ipc/file-tokens';
import { createAppHandlers } from '../../../src/main/ipc/handlers/app-handlers';
import { createChatHandlers } from '../../../src/main/ipc/handlers/chat-handlers';
import { createImports } from '../../../src/main/ipc/imports';
import { createHealthHandlers } from '../../../src/main/ipc/handlers/health-handlers';
import { createImportHandlers } from '../../../src/main/ipc/handlers/import-handlers';
import { createMemoryHandlers } from '../../../src/main/ipc/handlers/memory-handlers';
import { createSessionHandlers } from '../../../src/main/ipc/handlers/session-handlers';
import { createOfflineModel } from '../../../src/main/provider/offline-model';
import type { FileToken } from '../../../src/shared/model/ids';
import { defaultSettings, type Settings } from '../../../src/shared/settings';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';
import { startTsxWorker } from '../../fakes/tsx-worker';
import { createFakeEmbedder } from '../../fakes/fake-embedder';
import { testSettings } from '../../fakes/test-settings';
import { createTurnPorts } from '../../fakes/turn-ports';

/** The conversation that imports read. */
export const fixture = join(import.meta.dirname, '../../fixtures/conversation.json');

const sample = {
  key: 'sample:1',
  title: 'A sample',
  messages: [
    { role: 'user', author: null, content: 'It was Ilse.', createdAt: 1_000 },
    { role: 'assistant', author: null, content: 'Noted.', createdAt: 2_000 },
  ],
} as const;

/** Every handler but those of providers, over a real engine; `chosenPath` is what the file dialog answers. */
export async function openHandlers(chosenPath: string | null = fixture) {
  const disk = await openEngineOnDisk();
  const { engine, userId, clock, logger } = disk;
  const files = createImportSource((options) =>
    startTsxWorker(new URL('../../../src/main/importers/import.worker.ts', import.meta.url), options),
  );
  const ports = createTurnPorts(disk, createOfflineModel());
  const turns = createRunningTurns(ports);
  const tokens = createFileTokens();
  const opened: string[] = [];
  let settings: Settings = defaultSettings;
  const dialogs = {
    chooseArchive: async () => null,
    chooseChannelFile: async () => null,
    chooseImportFile: async () =>
      chosenPath === null ? null : { file: tokens.issue(chosenPath), name: 'conversation.json' },
    chooseExportPlace: async () => null,
    pathOf: (file: FileToken) => tokens.pathOf(file),
    openFolder: async (path: string) => void opened.push(path),
    openExternal: async (url: string) => opened.push(url) > 0,
  };
  const common = { engine, userId: () => userId, settingsFor: () => testSettings() };
  const user = await engine.defaultUser({});
  const info = {
    build: null,
    version: '1.0.0',
    platform: 'linux' as const,
    dataFolder: '/data',
    notice: null,
  };
  const changeSettings = createChangeSettings({
    engine,
    settings: () => settings,
    onSettings: (changed) => {
      settings = changed;
    },
  });
  const abort = new AbortController();
  const handlers = {
    ...createAppHandlers({
      dialogs,
      info,
      user: () => user,
      userId: () => user.id,
      settings: () => settings,
      changeSettings,
      restart: () => opened.push('restart'),
      providers: () => Promise.resolve([]),
    }),
    ...createSessionHandlers({
      ...common,
      emit: ports.emit,
      openWindow: (sessionId) => void opened.push(`window ${sessionId}`),
      strategy: () => 'hybrid',
      recallScope: () => 'session',
      modelName: () => 'offline',
      stopAnswer: (sessionId) => turns.stopSession(sessionId),
      onDeleted: () => undefined,
      readSample: () => Promise.resolve({ session: sample, questions: ['Who was it?'] }),
      onJobsEnqueued: ports.onJobsEnqueued,
    }),
    ...createChatHandlers({
      ...common,
      turns,
      modelName: () => 'offline',
      offers: () => [],
      withinWindow: (budgets) => budgets,
    }),
    ...createMemoryHandlers({
      ...common,
      embed: (about, text, signal) => {
        const readNames = () => disk.engine.listAuthors(about);
        return embedQuery(createFakeEmbedder(), { text, readNames }, disk.clock, signal);
      },
      embeddingModel: () => 'fake-8',
      onJobsEnqueued: ports.onJobsEnqueued,
      jobs: { pause: () => undefined, isPaused: () => false },
    }),
    ...createHealthHandlers({
      ...common,
      spending: () => ({
        month: '2026-03',
        microcents: 0,
        unpricedCalls: 0,
        capDollars: null,
        state: 'below',
      }),
      requests: () => [],
    }),
    ...createImportHandlers({
      ...common,
      dialogs,
      emit: ports.emit,
      files,
      imports: createImports({ engine, files, clock, logger, onJobsEnqueued: ports.onJobsEnqueued }),
    }),
  };
  const context = { signal: abort.signal };
  const names = () => ports.events.map(({ name }) => name);
  return { disk, handlers, context, ports, turns, opened, abort, names };
}
