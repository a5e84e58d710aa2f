import { catalogue } from '../../../shared/catalogue/catalogue';
import type { Emit } from '../../../shared/contract/emit';
import { AppError } from '../../../shared/errors';
import { isLoopback } from '../../../shared/loopback';
import type { LocalServer, Provider, ProviderId, ProviderView } from '../../../shared/model/provider';
import type { Settings } from '../../../shared/settings';
import type { SecretStore } from '../../memory/ports/secret-store';
import type { ChangeSettings } from '../change-settings';
import type { HandlerMap } from '../handler-map';
import {
  addProvider,
  changeProvider,
  chooseLocalModel,
  findProvider,
  removeProvider,
} from '../provider-list';
import type { ProviderTests } from '../provider-tests';
import { viewProviders } from '../view-providers';

const words = catalogue.keys;

/** What the calls about providers need. */
export interface ProviderHandlerPorts {
  readonly settings: () => Settings;
  readonly changeSettings: ChangeSettings;
  readonly secrets: SecretStore;
  readonly tests: ProviderTests;
  /** Lets requests to a provider through again at once. */
  readonly resetBreaker: (id: ProviderId) => void;
  readonly findLocal: (signal: AbortSignal) => Promise<readonly LocalServer[]>;
  readonly emit: Emit;
}

type Calls<Names extends keyof HandlerMap> = Pick<HandlerMap, Names>;

/** Answers the calls about providers and their keys; a key comes in, and none goes out (invariant 9). */
export function createProviderHandlers(
  ports: ProviderHandlerPorts,
): Calls<Extract<keyof HandlerMap, `providers.${string}`>> {
  const follow = createFollowUp(ports);
  return {
    'providers.list': follow.views,
    ...listHandlers(ports, follow),
    ...keyHandlers(ports, follow),
    'providers.test': async ({ id }, { signal }) => {
      const { kind } = await ports.tests.run(findProvider(ports.settings().providers, id), signal);
      if (kind === 'ok') ports.resetBreaker(id);
      return follow.announce(id);
    },
    'providers.findLocal': (_input, { signal }) => ports.findLocal(signal),
  };
}

/** What comes after a change. */
interface FollowUp {
  readonly views: () => Promise<readonly ProviderView[]>;
  /** Drops what was found out about a provider: its address or its key is another. */
  readonly beginAnew: (id: ProviderId) => void;
  /** Tells the page of all providers, and gives back the one that changed. */
  readonly announce: (id: ProviderId) => Promise<ProviderView>;
}

function createFollowUp(ports: ProviderHandlerPorts): FollowUp {
  const views = (): Promise<readonly ProviderView[]> => viewProviders(ports.settings().providers, ports);
  return {
    views,
    beginAnew: (id) => {
      ports.tests.forget(id);
      ports.resetBreaker(id);
    },
    announce: async (id) => {
      const providers = await views();
      ports.emit('providers-changed', { providers });
      return findProvider(providers, id);
    },
  };
}

function listHandlers(
  { settings, changeSettings, secrets, emit, resetBreaker }: ProviderHandlerPorts,
  { views, beginAnew, announce }: FollowUp,
): Calls<'providers.save' | 'providers.remove' | 'providers.useLocal'> {
  const announceAll = async (): Promise<void> => {
    emit('providers-changed', { providers: await views() });
  };
  return {
    'providers.save': async ({ id, ...fields }) => {
      const before = settings().providers.find((one) => one.id === id) ?? null;
      const after = await save(changeSettings, { id, ...fields });
      if (before?.baseUrl !== after.baseUrl) beginAnew(after.id);
      try {
        // A key is bound to its origin and would not be sent elsewhere: this keeps it from lying about.
        if (originOf(before) !== originOf(after)) await secrets.remove(after.id);
      } catch (error) {
        await announceAll();
        throw error;
      }
      return announce(after.id);
    },
    'providers.remove': async ({ id }) => {
      await changeSettings((current) => removeProvider(current, id));
      beginAnew(id);
      try {
        await secrets.remove(id);
      } finally {
        await announceAll();
      }
      return null;
    },
    'providers.useLocal': async (server) => {
      if (!isLoopback(server.baseUrl)) throw new AppError('bad-input', words.notLocal);
      const stored = await changeSettings((current) => chooseLocalModel(current, server));
      // It was just found to answer.
      if (stored.chatModel !== null) resetBreaker(stored.chatModel.providerId);
      await announceAll();
      return stored;
    },
  };
}

function keyHandlers(
  { settings, secrets }: ProviderHandlerPorts,
  { beginAnew, announce }: FollowUp,
): Calls<'providers.setKey' | 'providers.removeKey'> {
  return {
    'providers.setKey': async ({ id, key }) => {
      const { baseUrl } = findProvider(settings().providers, id);
      await secrets.write(id, { key, origin: new URL(baseUrl).origin });
      beginAnew(id);
      return announce(id);
    },
    'providers.removeKey': async ({ id }) => {
      findProvider(settings().providers, id);
      await secrets.remove(id);
      beginAnew(id);
      return announce(id);
    },
  };
}

/** Adds a provider, or changes the one of that id, and gives back what was stored. */
async function save(
  changeSettings: ChangeSettings,
  { id, ...fields }: Omit<Provider, 'id'> & { readonly id: ProviderId | undefined },
): Promise<Provider> {
  let saved: ProviderId | undefined = id;
  const stored = await changeSettings((current) => {
    if (id !== undefined)
      return { ...current, providers: changeProvider(current.providers, { id, ...fields }) };
    const { providers, added } = addProvider(current.providers, fields);
    saved = added.id;
    return { ...current, providers };
  });
  const provider = stored.providers.find((one) => one.id === saved);
  if (provider === undefined) throw new AppError('not-found', words.providerGone);
  return provider;
}

function originOf(provider: Provider | null): string | null {
  return provider === null ? null : new URL(provider.baseUrl).origin;
}
