import { catalogue } from '../../shared/catalogue/catalogue';
import type { AppErrorShape } from '../../shared/errors';
import { AppError, toErrorShape } from '../../shared/errors';
import type { ProviderView } from '../../shared/model/provider';
import type { Bridge } from '../bridge';
import type { FirstRunSlice } from './sessions-first-run-state';
import type { SessionsAccess } from './sessions-state';

const words = catalogue.welcome;

/** The provider a pasted key is for; every installation knows it from the start. */
const OPEN_AI = { id: 'openai' } as const;

type KeyPart = Pick<FirstRunSlice, 'keySetup' | 'keyState' | 'checkKey' | 'useKeyModel'>;
type LocalPart = Pick<FirstRunSlice, 'localSetup' | 'findLocal' | 'useLocal'>;

const begun = {
  keySetup: { kind: 'asking', error: null },
  localSetup: { kind: 'unasked', error: null },
} as const;

/** The models a tested provider lists; throws what the test failed with. */
function modelsOf({ test }: ProviderView): readonly string[] {
  if (test === null) throw new AppError('bad-response', words.key.noModels);
  if (test.kind === 'failed') throw AppError.fromShape(test.error);
  if (test.models.length === 0) throw new AppError('bad-response', words.key.noModels);
  return test.models;
}

function createKeyPart(bridge: Bridge, { get, set }: SessionsAccess): KeyPart {
  const ask = (error: AppErrorShape | null): void => set({ keySetup: { kind: 'asking', error } });
  return {
    keySetup: begun.keySetup,
    keyState: null,
    checkKey: async (key) => {
      if (get().keySetup.kind !== 'asking') return;
      if (key?.trim() === '') {
        ask(toErrorShape(new AppError('bad-input', words.key.missing)));
        return;
      }
      set({ keySetup: { kind: 'checking' } });
      try {
        if (key !== null) {
          const { key: keyState } = await bridge.call('providers.setKey', { ...OPEN_AI, key });
          set({ keyState });
        }
        const models = modelsOf(await bridge.call('providers.test', OPEN_AI));
        set({ keySetup: { kind: 'choosing', models, error: null } });
      } catch (error) {
        ask(toErrorShape(error));
      }
    },
    useKeyModel: async (model) => {
      const { keySetup } = get();
      if (keySetup.kind !== 'choosing') return null;
      const { models } = keySetup;
      set({ keySetup: { kind: 'using', models, error: null } });
      try {
        return await bridge.call('settings.set', { chatModel: { providerId: OPEN_AI.id, model } });
      } catch (error) {
        set({ keySetup: { kind: 'choosing', models, error: toErrorShape(error) } });
        return null;
      }
    },
  };
}

function createLocalPart(bridge: Bridge, { get, set }: SessionsAccess): LocalPart {
  return {
    localSetup: begun.localSetup,
    findLocal: async () => {
      const { kind } = get().localSetup;
      if (kind === 'looking' || kind === 'using') return;
      set({ localSetup: { kind: 'looking' } });
      try {
        const servers = await bridge.call('providers.findLocal', {});
        set({ localSetup: { kind: 'found', servers, error: null } });
      } catch (error) {
        set({ localSetup: { kind: 'unasked', error: toErrorShape(error) } });
      }
    },
    useLocal: async ({ name, baseUrl }, model) => {
      const { localSetup } = get();
      if (localSetup.kind !== 'found') return null;
      const { servers } = localSetup;
      set({ localSetup: { kind: 'using', servers, error: null } });
      try {
        return await bridge.call('providers.useLocal', { name, baseUrl, model });
      } catch (error) {
        set({ localSetup: { kind: 'found', servers, error: toErrorShape(error) } });
        return null;
      }
    },
  };
}

/** What the first screen does to connect a model: a key that is checked, or a server found on this computer. */
export function createFirstRunSlice(bridge: Bridge, access: SessionsAccess): FirstRunSlice {
  return {
    ...createKeyPart(bridge, access),
    ...createLocalPart(bridge, access),
    endFirstRun: () => access.set(begun),
  };
}
