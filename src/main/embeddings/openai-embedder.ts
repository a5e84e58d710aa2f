import OpenAI from 'openai';
import type { Clock } from '../memory/ports/clock';
import { withDeadline } from '../memory/ports/deadline';
import type { EmbedOptions, Embedder } from '../memory/ports/embedder';
import { embeddableText } from './embeddable-text';
import { readEmbeddingReply } from './embedding-reply';
import { toEmbeddingError } from './embedding-error';
import { onlyVector } from './only-vector';
import { toUnitVector } from './unit-vector';

/** Where the embeddings come from. */
export interface OpenAiEmbedderOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** Null for servers without keys; sent to `baseUrl` only. */
  readonly apiKey: string | null;
  /** As the server names it. */
  readonly model: string;
  /** See {@link detectDimension}; every answer is checked against it. */
  readonly dimension: number;
  readonly clock: Pick<Clock, 'after'>;
  /** The system's proxies in the app; the global one elsewhere. */
  readonly fetch?: typeof fetch | undefined;
  /** For one request, its answer read to the end; 30 s unless given. */
  readonly timeoutMs?: number | undefined;
  /** Most texts in one request; 64 unless given. */
  readonly batchSize?: number | undefined;
  /** Longest text the model reads whole, in its tokens. */
  readonly maxTokens?: number | undefined;
}

/**
 * Embeddings of OpenAI or any compatible server.
 *
 * It never retries by itself: queries have a deadline and documents a job queue that knows when to come back (a
 * `rate-limit` is a RateLimitError). Some servers answer base64 though asked for float, or out of order: both are
 * read.
 */
export function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Embedder {
  const { model, dimension, maxTokens, batchSize = 64 } = options;
  const request = createRequest(options);
  const embed = async (texts: readonly string[], call: EmbedOptions = {}): Promise<readonly Float32Array[]> =>
    (await request(texts, call)).map((values) => toUnitVector(values, dimension));
  return {
    model,
    dimension,
    maxTokens,
    embedQuery: async (text, call) => onlyVector(await embed([text], call)),
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
  options: Omit<OpenAiEmbedderOptions, 'dimension'>,
  call: EmbedOptions = {},
): Promise<number> {
  const [values] = await createRequest(options)(['dimension'], call);
  return values?.length ?? 0;
}

type EmbeddingRequest = (
  texts: readonly string[],
  call: EmbedOptions,
) => Promise<readonly ArrayLike<number>[]>;

function createRequest(options: Omit<OpenAiEmbedderOptions, 'dimension'>): EmbeddingRequest {
  const { baseUrl, apiKey, model, clock, timeoutMs = 30_000 } = options;
  const client = new OpenAI({
    baseURL: baseUrl,
    // The library insists on a key, and would otherwise look for one, and for an account, in the environment.
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    // Ours is the one that counts: the library's stops at the headers.
    timeout: timeoutMs * 2,
    logLevel: 'off',
    fetch: options.fetch,
  });
  return async (texts, { signal }) => {
    try {
      const reply: unknown = await withDeadline(
        (requestSignal) =>
          client.embeddings.create(
            { model, input: texts.map(embeddableText), encoding_format: 'float' },
            { signal: requestSignal },
          ),
        { ms: timeoutMs, clock, signal },
      );
      return readEmbeddingReply(reply, texts.length);
    } catch (error) {
      throw toEmbeddingError(error, model);
    }
  };
}
