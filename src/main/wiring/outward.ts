import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Emit } from '../../shared/contract/emit';
import type { Logger } from '../../shared/logger';
import type { Settings } from '../../shared/settings';
import type { Clock } from '../memory/ports/clock';
import type { Engine } from '../memory/ports/engine';
import type { SecretStore } from '../memory/ports/secret-store';
import { createConnections, type Connections } from './connections';
import { createModels, type Models } from './models';
import { openNetwork, type Network } from './network';
import { createSpending, type Spending } from './spending';

/** What the way out is made from. */
export interface OutwardOptions {
  readonly dataFolder: string;
  readonly fetch: typeof fetch;
  readonly createEmbedderWorker: (options: WorkerOptions) => Worker;
  readonly secrets: SecretStore;
  readonly logger: Logger;
  readonly emit: Emit;
}

/** Everything between the memory and the servers the user chose, and the account of it. */
export interface Outward {
  readonly network: Network;
  readonly spending: Spending;
  readonly connections: Connections;
  readonly models: Models;
  /** The engine, through which every recorded cost is seen by the account of the month. */
  readonly engine: Engine;
}

/** Builds it: requests are logged, held to their provider's limits, and refused past the cap or in offline mode. */
export async function openOutward(
  options: OutwardOptions,
  inner: { readonly engine: Engine; readonly settings: () => Settings; readonly clock: Clock },
): Promise<Outward> {
  const { settings, clock } = inner;
  const network = await openNetwork(options, { clock, isOffline: () => settings().offlineMode });
  const common = { ...options, ...inner, fetch: network.fetch };
  const spending = createSpending(common);
  const connections = createConnections(common);
  const models = createModels({
    ...common,
    createEmbedderWorker: () => options.createEmbedderWorker({}),
    connections,
    spending: () => spending.current(),
    random: Math.random,
  });
  const engine: Engine = {
    ...inner.engine,
    recordCost: async (call) => {
      const recorded = await inner.engine.recordCost(call);
      void spending.refresh();
      return recorded;
    },
  };
  return { network, spending, connections, models, engine };
}
