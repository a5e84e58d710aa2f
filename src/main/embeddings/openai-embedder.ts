import type { EmbedOptions, Embedder, EmbedRequest } from '../memory/ports/embedder';
import type { NetworkPurpose } from '../../shared/model/network';
import { embeddableText } from './embeddable-text';
import { readEmbeddingReply, readEmbeddingUsage } from './embedding-reply';
import { onlyVector } from './only-vector';
import { toUnitVector } from './unit-vector';

/** Where the embeddings come from. */
export interface OpenAiEmbedderOptions {
  /** Asks the server and answers its reply, parsed but not checked; throws AppErrors. */
  readonly request: (
    texts: readonly string[],
    options: Pick<EmbedOptions, 'signal'> & { readonly purpose: NetworkPurpose },
  ) => Promise<unknown>;
  /** Names the model in storage. */
  readonly model: string;
  /** Whom the account of its requests names. */
  readonly asks: Pick<EmbedRequest, 'model' | 'isLocal'>;
  /** See {@link detectDimension}; every answer is checked against it. */
  readonly dimension: number;
  /** Most texts in one request; 64 unless given. */
  readonly batchSize?: number | undefined;
  /** Longest text the model reads whole, in its tokens. */
  readonly maxTokens?: number | undefined;
}

/**
 * Embeddings of OpenAI or any compatible server. Some answer base64 though asked for float, or out of order: both are
 * read.
 */
export function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const { request, model, dimension, maxTokens, asks, batchSize = 64 } = options;
  const embed = async (
    texts: readonly string[],
    call: EmbedOptions = {},
    purpose: NetworkPurpose = 'embedding',
  ): Promise<readonly Float32Array[]> =>
    (await requestVectors(request, texts, { ...call, asks, purpose })).map((values) =>
      toUnitVector(values, dimension),
    );
  return {
    model,
    dimension,
    maxTokens,
    embedQuery: async (text, call) => onlyVector(await embed([text], call, 'question')),
    async embedDocuments(texts, call) {
      const vectors: Float32Array[] = [];
      while (vectors.length < texts.length) {
        vectors.push(...(await embed(texts.slice(vectors.length, vectors.length + batchSize), call)));
      }
      return vectors;
    },
  };
}

/** Asks the server for one vector and tells how many numbers it has; throws as the embedder does. */
export async function detectDimension(
  { request }: Pick<OpenAiEmbedderOptions, 'request'>,
  { signal }: Pick<EmbedOptions, 'signal'> = {},
): Promise<number> {
  const [values] = await requestVectors(request, ['dimension'], { signal, purpose: 'models' });
  return values?.length ?? 0;
}

async function requestVectors(
  request: OpenAiEmbedderOptions['request'],
  texts: readonly string[],
  {
    asks,
    onRequest,
    signal,
    purpose,
  }: EmbedOptions & {
    readonly asks?: OpenAiEmbedderOptions['asks'];
    readonly purpose: NetworkPurpose;
  },
): Promise<readonly ArrayLike<number>[]> {
  const sent = texts.map(embeddableText);
  const reply = await request(sent, { signal, purpose });
  // Before it is read: an answer that is of no use was paid for too.
  if (asks !== undefined) onRequest?.({ ...asks, texts: sent, promptTokens: readEmbeddingUsage(reply) });
  return readEmbeddingReply(reply, texts.length);
}
