import { dirname, join } from 'node:path';
import { createRunningTurns } from '../../src/main/chat/running-turns';
import { createKeyStore } from '../../src/main/electron/key-store';
import { applyNetworkRules } from '../../src/main/electron/network-fetch-rules';
import { createChangeSettings } from '../../src/main/ipc/change-settings';
import { dispatch } from '../../src/main/ipc/dispatch';
import type { HandlerMap } from '../../src/main/ipc/handler-map';
import { createAppHandlers } from '../../src/main/ipc/handlers/app-handlers';
import { createChatHandlers } from '../../src/main/ipc/handlers/chat-handlers';
import { createEmbeddingHandlers } from '../../src/main/ipc/handlers/embedding-handlers';
import { createProviderHandlers } from '../../src/main/ipc/handlers/provider-handlers';
import { createProviderTests, type ListModels } from '../../src/main/ipc/provider-tests';
import { viewProviders } from '../../src/main/ipc/view-providers';
import { createConnections } from '../../src/main/wiring/connections';
import { createModels } from '../../src/main/wiring/models';
import type { CallInput, CallName } from '../../src/shared/contract/calls';
import type { Emit } from '../../src/shared/contract/emit';
import type { EventEnvelope } from '../../src/shared/contract/events';
import type { ProviderId } from '../../src/shared/model/provider';
import { defaultSettings, type Settings } from '../../src/shared/settings';
import type { Logger } from '../../src/shared/logger';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { createTestCipher } from '../fakes/test-cipher';
import { testSettings } from '../fakes/test-settings';

/** What a test may put in the place of the real thing. */
export interface ProgramOptions {
  readonly hasKeychain?: boolean;
  /** In the place of the provider's own, which says nothing of a server's words. */
  readonly listModels?: ListModels;
}

/**
 * The part of the program that keys pass through: calls, handlers, key store, connections, models, turns, engine and
 * log, all of them real; only the keychain and the servers are the test's. Everything that leaves main is kept.
 */
export async function openProgramWithKeys({ hasKeychain = true, listModels }: ProgramOptions = {}) {
  const disk = await openEngineOnDisk();
  const { engine, clock, userId } = disk;
  const folder = dirname(disk.path);
  const said: unknown[] = [];
  const events: EventEnvelope[] = [];
  const ended = new Map<string, () => void>();
  const emit: Emit = (name, payload) => {
    const event = { name, payload } as EventEnvelope;
    events.push(event);
    said.push(event);
    if (event.name !== 'turn') return;
    if (event.payload.kind === 'done' || event.payload.kind === 'failed') ended.get(event.payload.turnId)?.();
  };
  const logger = recordingInto(said);
  const settings: { current: Settings } = { current: defaultSettings };
  const secrets = createKeyStore({
    file: join(folder, 'keys.json'),
    cipher: createTestCipher(hasKeychain),
    environment: {},
  });
  const network = applyNetworkRules(fetch);
  const connections = createConnections({ settings: () => settings.current, secrets, fetch: network, clock });
  const models = createModels({
    createEmbedderWorker: () => {
      throw new Error('the built-in embedder has no part in this');
    },
    settings: () => settings.current,
    connections,
    fetch: network,
    spending: () => ({
      month: '2026-03',
      microcents: 0,
      unpricedCalls: 0,
      capDollars: null,
      state: 'below',
    }),
    clock,
    random: () => 0.5,
  });
  const tests = createProviderTests({ secrets, clock, listModels: listModels ?? models.listModels });
  const ports = {
    engine,
    logger,
    clock,
    emit,
    secrets,
    tests,
    userId: () => userId,
    settings: () => settings.current,
    settingsFor: () => testSettings(),
    onJobsEnqueued: () => undefined,
    changeSettings: createChangeSettings({
      engine,
      settings: () => settings.current,
      onSettings: (changed) => {
        settings.current = changed;
        emit('settings-changed', { settings: changed });
      },
    }),
  };
  const turns = createRunningTurns({
    ...ports,
    embedderOf: () => createFakeEmbedder(),
    chatModel: models.chatModel,
    temperature: () => 0.7,
    secondLook: () => true,
    tools: () => [],
    askUser: () => Promise.resolve('deny'),
    onWindowLearned: () => undefined,
  });
  const user = await engine.defaultUser({});
  const handlers = {
    ...createAppHandlers({
      ...ports,
      restart: () => undefined,
      dialogs: {
        chooseImportFile: async () => null,
        chooseArchive: async () => null,
        chooseChannelFile: async () => null,
        chooseExportPlace: async () => null,
        pathOf: () => '',
        openFolder: async () => undefined,
        openExternal: async () => false,
      },
      info: { version: '1.0.0', build: null, platform: 'linux', dataFolder: folder, notice: null },
      user: () => user,
      providers: () => viewProviders(settings.current.providers, ports),
    }),
    ...createProviderHandlers({ ...ports, resetBreaker: models.resetBreaker, findLocal: async () => [] }),
    ...createEmbeddingHandlers({
      ...ports,
      detectDimension: models.detectDimension,
      embedderModelName: models.vectorModelName,
    }),
    ...createChatHandlers({
      ...ports,
      turns,
      modelName: () => models.chatModel().name,
      offers: () => [],
      withinWindow: (budgets) => budgets,
    }),
  } as Partial<HandlerMap> as HandlerMap;
  const { signal } = new AbortController();
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  return {
    folder,
    /** Replies, events and log lines, as they left. */
    said,
    events,
    /** Moves a provider past the calls, as a restored database does. */
    changeAddress: (id: ProviderId, baseUrl: string) =>
      ports.changeSettings((current) => ({
        ...current,
        providers: current.providers.map((one) => (one.id === id ? { ...one, baseUrl } : one)),
      })),
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
      const reply = await dispatch({ handlers, logger }, name, input, { signal });
      said.push(reply);
      return reply;
    },
    /** Asks the chosen model and waits until its answer has ended. */
    ask: async (text: string) => {
      const turnIds: string[] = [];
      const reply = await dispatch({ handlers, logger }, 'chat.send', { sessionId, text }, { signal });
      said.push(reply);
      if (reply.ok && reply.value !== null && 'turnId' in reply.value)
        turnIds.push(String(reply.value.turnId));
      await Promise.all(turnIds.map((turnId) => endOf(turnId, events, ended)));
      said.push(await engine.pageMessages({ userId, sessionId, anchor: { kind: 'newest' }, limit: 50 }));
      said.push(await engine.readSnapshots({ userId, sessionId, turnIds: null }));
    },
  };
}

function endOf(
  turnId: string,
  events: readonly EventEnvelope[],
  ended: Map<string, () => void>,
): Promise<void> {
  const isOver = events.some(
    ({ name, payload }) =>
      name === 'turn' && payload.turnId === turnId && (payload.kind === 'done' || payload.kind === 'failed'),
  );
  return isOver ? Promise.resolve() : new Promise((resolve) => ended.set(turnId, resolve));
}

function recordingInto(said: unknown[]): Logger {
  const at =
    (level: keyof Logger): Logger['info'] =>
    (message, fields) =>
      void said.push({ level, message, fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
