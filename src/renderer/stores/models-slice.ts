import type { CallInput } from '../../shared/contract/calls';
import type { EmbeddingPlan } from '../../shared/contract/calls/provider-calls';
import type { AppErrorShape } from '../../shared/errors';
import { toErrorShape } from '../../shared/errors';
import type { LocalServer, ModelChoice, ProviderId } from '../../shared/model/provider';
import type { Bridge } from '../bridge';

/** The search for servers on this computer. */
export type LocalSearch =
  | { readonly kind: 'idle' | 'looking' }
  | { readonly kind: 'found'; readonly servers: readonly LocalServer[] };

/** A change of the model that embeds, before it is confirmed. */
export type EmbeddingChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'planning' | 'choosing'; readonly choice: ModelChoice }
  | { readonly kind: 'planned'; readonly choice: ModelChoice; readonly plan: EmbeddingPlan };

/** All that the Models tab of the settings does. */
export interface ModelsSlice {
  /** What last went wrong in this tab. */
  readonly modelsError: AppErrorShape | null;
  /** The provider that is being tested. */
  readonly testing: ProviderId | null;
  readonly localSearch: LocalSearch;
  readonly embeddingChange: EmbeddingChange;
  readonly saveProvider: (provider: CallInput<'providers.save'>) => Promise<boolean>;
  readonly removeProvider: (id: ProviderId) => Promise<boolean>;
  /** Takes a key and tests its provider. */
  readonly setKey: (id: ProviderId, key: string) => Promise<boolean>;
  readonly removeKey: (id: ProviderId) => Promise<boolean>;
  readonly testProvider: (id: ProviderId) => Promise<boolean>;
  readonly lookForServers: () => Promise<void>;
  readonly chooseServer: (server: LocalServer, model: string) => Promise<boolean>;
  /** Asks what embedding with another model would take; null goes back to the built-in one at once. */
  readonly planEmbedding: (choice: ModelChoice | null) => Promise<void>;
  readonly confirmEmbedding: () => Promise<void>;
  readonly cancelEmbedding: () => void;
}

/** How the slice reads and writes its part of the window's store. */
export interface ModelsAccess {
  readonly get: () => ModelsSlice;
  readonly set: (change: Partial<ModelsSlice>) => void;
}

/** Providers, keys and tests; what changes comes back as events of main. */
export function createModelsSlice(bridge: Bridge, { get, set }: ModelsAccess): ModelsSlice {
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    set({ modelsError: null });
    try {
      await work();
      return true;
    } catch (error) {
      set({ modelsError: toErrorShape(error) });
      return false;
    }
  };
  const testProvider = (id: ProviderId): Promise<boolean> =>
    attempt(async () => {
      set({ testing: id });
      try {
        await bridge.call('providers.test', { id });
      } finally {
        if (get().testing === id) set({ testing: null });
      }
    });
  return {
    modelsError: null,
    testing: null,
    localSearch: { kind: 'idle' },
    saveProvider: (provider) => attempt(() => bridge.call('providers.save', provider)),
    removeProvider: (id) => attempt(() => bridge.call('providers.remove', { id })),
    setKey: async (id, key) =>
      (await attempt(() => bridge.call('providers.setKey', { id, key }))) && testProvider(id),
    removeKey: (id) => attempt(() => bridge.call('providers.removeKey', { id })),
    testProvider,
    lookForServers: async () => {
      set({ localSearch: { kind: 'looking' } });
      const isFound = await attempt(async () => {
        const servers = await bridge.call('providers.findLocal', {});
        set({ localSearch: { kind: 'found', servers } });
      });
      if (!isFound) set({ localSearch: { kind: 'idle' } });
    },
    chooseServer: ({ name, baseUrl }, model) =>
      attempt(() => bridge.call('providers.useLocal', { name, baseUrl, model })),
    ...createEmbeddingPart(bridge, set, get, attempt),
  };
}

type EmbeddingPart = Pick<
  ModelsSlice,
  'embeddingChange' | 'planEmbedding' | 'confirmEmbedding' | 'cancelEmbedding'
>;

/** Another model that embeds: planned first, since it costs, then chosen. */
function createEmbeddingPart(
  bridge: Bridge,
  set: ModelsAccess['set'],
  get: ModelsAccess['get'],
  attempt: (work: () => Promise<unknown>) => Promise<boolean>,
): EmbeddingPart {
  const choose = async (choice: ModelChoice | null): Promise<void> => {
    if (choice !== null) set({ embeddingChange: { kind: 'choosing', choice } });
    await attempt(() => bridge.call('embedding.choose', { choice }));
    set({ embeddingChange: { kind: 'none' } });
  };

  return {
    embeddingChange: { kind: 'none' },
    planEmbedding: async (choice) => {
      if (choice === null) return choose(null);
      set({ embeddingChange: { kind: 'planning', choice } });
      const isPlanned = await attempt(async () => {
        const plan = await bridge.call('embedding.plan', choice);
        set({ embeddingChange: { kind: 'planned', choice, plan } });
      });
      if (!isPlanned) set({ embeddingChange: { kind: 'none' } });
    },
    confirmEmbedding: async () => {
      const { embeddingChange } = get();
      if (embeddingChange.kind === 'planned') await choose(embeddingChange.choice);
    },
    cancelEmbedding: () => set({ embeddingChange: { kind: 'none' } }),
  };
}
