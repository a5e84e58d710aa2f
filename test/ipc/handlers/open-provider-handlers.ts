import { dirname, join } from 'node:path';
import { createKeyStore } from '../../../src/main/electron/key-store';
import { createChangeSettings } from '../../../src/main/ipc/change-settings';
import { createProviderHandlers } from '../../../src/main/ipc/handlers/provider-handlers';
import { createProviderTests, type ListModels } from '../../../src/main/ipc/provider-tests';
import type { Emit } from '../../../src/shared/contract/emit';
import type { EventEnvelope } from '../../../src/shared/contract/events';
import type { ProviderId } from '../../../src/shared/model/provider';
import { defaultSettings, openAiProvider, type Settings } from '../../../src/shared/settings';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';
import { createTestCipher } from '../../fakes/test-cipher';

/** The key that {@link openProviderHandlers} gives to providers. */
export const testKey = 'sk-test-0123456789abcdef';
/** The provider that is there from the start. */
export const openAi = openAiProvider.id;
/** A provider to add. */
export const box = { name: 'My Box', baseUrl: 'https://box.example/v1' };

/** The calls about providers over a real engine and a real key store; only the servers are scripted. */
export async function openProviderHandlers() {
  const disk = await openEngineOnDisk();
  const settings: { current: Settings } = { current: defaultSettings };
  const events: EventEnvelope[] = [];
  const emit: Emit = (name, payload) => void events.push({ name, payload } as EventEnvelope);
  const keyFile = join(dirname(disk.path), 'keys.json');
  const cipher = createTestCipher();
  const secrets = createKeyStore({ file: keyFile, cipher, environment: {} });
  const asked: { readonly baseUrl: string; readonly apiKey: string | null }[] = [];
  const server: { answer: ListModels } = { answer: async () => ['b', 'a', 'b'] };
  const tests = createProviderTests({
    secrets,
    clock: disk.clock,
    listModels: (address, signal) => {
      asked.push(address);
      return server.answer(address, signal);
    },
  });
  const reset: ProviderId[] = [];
  const changeSettings = createChangeSettings({
    engine: disk.engine,
    settings: () => settings.current,
    onSettings: (changed) => {
      settings.current = changed;
      emit('settings-changed', { settings: changed });
    },
  });
  const handlers = createProviderHandlers({
    settings: () => settings.current,
    changeSettings,
    secrets,
    tests,
    resetBreaker: (id) => void reset.push(id),
    findLocal: async () => [{ name: 'Ollama', baseUrl: 'http://127.0.0.1:11434/v1', models: ['a'] }],
    emit,
  });
  const closing = new AbortController();
  const context = { signal: closing.signal };
  const list = () => handlers['providers.list']({}, context);
  const save = (fields: { id?: ProviderId; name: string; baseUrl: string }) =>
    handlers['providers.save'](fields, context);
  const setKey = (id: ProviderId) => handlers['providers.setKey']({ id, key: testKey }, context);
  const test = (id: ProviderId) => handlers['providers.test']({ id }, context);
  const names = () => events.map(({ name }) => name);
  return {
    disk,
    settings,
    events,
    names,
    keyFile,
    cipher,
    asked,
    server,
    reset,
    secrets,
    handlers,
    context,
    closing,
    changeSettings,
    list,
    save,
    setKey,
    test,
  };
}
