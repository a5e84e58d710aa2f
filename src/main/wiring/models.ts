import type { Worker } from 'node:worker_threads';
import { isLoopback } from '../../shared/loopback';
import type { UserId } from '../../shared/model/ids';
import type { NetworkFetch } from '../../shared/model/network';
import type { SpendingView } from '../../shared/model/spending';
import type { ModelChoice, ProviderId } from '../../shared/model/provider';
import type { Settings } from '../../shared/settings';
import { createCachedEmbedder } from '../embeddings/cached-embedder';
import { createMemoryEmbeddingCache } from '../embeddings/memory-embedding-cache';
import { createOpenAiEmbedder, detectDimension } from '../embeddings/openai-embedder';
import { createWorkerEmbedder } from '../embeddings/worker-embedder';
import type { ChatModel } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';
import type { Embedder } from '../memory/ports/embedder';
import { createEmbeddingRequest } from '../provider/embedding-request';
import { listModels } from '../provider/list-models';
import type { Connections } from './connections';
import { createChatModels } from './chat-models';
import { createRefusals, refusingEmbedder } from './refusals';

/** What the models are made from. */
export interface ModelsOptions {
  readonly createEmbedderWorker: () => Worker;
  readonly settings: () => Settings;
  readonly connections: Connections;
  readonly fetch: NetworkFetch;
  /** This month's costs; once they reach the cap nothing paid is asked. */
  readonly spending: () => SpendingView;
  readonly clock: Clock;
  readonly random: () => number;
}

/** The models as the settings choose them now. */
export interface Models {
  readonly chatModel: () => ChatModel;
  readonly summariser: () => ChatModel;
  readonly judge: () => ChatModel;
  readonly embedder: () => Embedder;
  /** The one that comes with the program, whichever is chosen. */
  readonly bundledEmbedder: Embedder;
  /** The one in use with a user's own cache before it. */
  readonly embedderOf: (owner: UserId) => Embedder;
  /** Drops what was embedded for a user. */
  readonly forgetUser: (owner: UserId) => void;
  /** Asks a provider's embedding model for one vector and tells its length. */
  readonly detectDimension: (choice: ModelChoice, signal: AbortSignal) => Promise<number>;
  /** The name vectors of a model are stored under. */
  readonly vectorModelName: (choice: Settings['embeddingModel']) => string;
  /** Asks a server for its models. */
  readonly listModels: (
    server: { readonly baseUrl: string; readonly apiKey: string | null },
    signal: AbortSignal,
  ) => Promise<readonly string[]>;
  /** Lets requests to a provider through again at once. */
  readonly resetBreaker: (id: ProviderId) => void;
  readonly close: () => Promise<void>;
}

/** Name under which an embedding model's vectors are stored: of different dimensions they are never compared. */
function vectorModelName(choice: { readonly model: string; readonly dimension: number }): string {
  return `${choice.model}#${String(choice.dimension)}`;
}

/** Builds models on demand and keeps each as long as its provider stays as it is. */
export function createModels(options: ModelsOptions): Models {
  const bundled = createWorkerEmbedder(options.createEmbedderWorker);
  const cache = createMemoryEmbeddingCache();
  const { connections } = options;
  const refusalOf = createRefusals(options);
  const { resetBreaker, ...chatModels } = createChatModels({ ...options, refusalOf });

  const embedder = (): Embedder => {
    const choice = options.settings().embeddingModel;
    const provider = choice === null ? null : connections.find(choice.providerId);
    if (choice === null || provider === null) return bundled;
    const model = vectorModelName(choice);
    const refusal = refusalOf(provider);
    if (refusal !== null) return refusingEmbedder({ model, dimension: choice.dimension }, refusal);
    const request = createEmbeddingRequest({ ...connections.to(provider), model: choice.model });
    const asks = { model: choice.model, isLocal: isLoopback(provider.baseUrl) };
    return createOpenAiEmbedder({
      model,
      dimension: choice.dimension,
      request,
      asks,
    });
  };

  return {
    ...chatModels,
    embedder,
    bundledEmbedder: bundled,
    embedderOf: (userId) => createCachedEmbedder({ embedder: embedder(), cache, userId }),
    forgetUser: (userId) => {
      cache.forgetUser(userId);
    },
    detectDimension: async (choice, signal) => {
      const request = createEmbeddingRequest({
        ...connections.require(choice.providerId),
        model: choice.model,
      });
      return detectDimension({ request }, { signal });
    },
    vectorModelName: (choice) => (choice === null ? bundled.model : vectorModelName(choice)),
    listModels: (server, signal) =>
      listModels({ ...server, fetch: options.fetch, clock: options.clock, signal }),
    resetBreaker,
    close: () => bundled.close(),
  };
}
