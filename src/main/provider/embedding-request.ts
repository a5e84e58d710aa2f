import { catalogue } from '../../shared/catalogue/catalogue';
import type { NetworkFetch, NetworkPurpose } from '../../shared/model/network';
import type { Clock } from '../memory/ports/clock';
import { inTime } from './in-time';
import { createOpenAiClient } from './openai-client';
import { toProviderError } from './provider-error';

/** Where the embeddings come from. */
export interface EmbeddingRequestOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** Read anew for every request; null for servers without keys. */
  readonly apiKey: () => Promise<string | null>;
  /** As the server names it. */
  readonly model: string;
  readonly clock: Pick<Clock, 'after'>;
  /** The system's proxies in the app; the global one elsewhere. */
  readonly fetch?: NetworkFetch | undefined;
  /** For one request, its answer read to the end; 30 s unless given. */
  readonly timeoutMs?: number | undefined;
}

/** Asks for the embeddings of some texts and answers what the server sent, parsed but not checked. */
export type EmbeddingRequest = (
  texts: readonly string[],
  options: {
    readonly signal?: AbortSignal | undefined;
    /** `embedding` where absent. */
    readonly purpose?: NetworkPurpose | undefined;
  },
) => Promise<unknown>;

/**
 * Makes the request. It never retries by itself: queries have a deadline and documents a job queue that knows when to
 * come back. Errors: `auth`, `not-found`, `rate-limit` (a RateLimitError), `quota`, `server`, `network`, `timeout`,
 * `bad-response`, `cancelled`.
 */
export function createEmbeddingRequest(options: EmbeddingRequestOptions): EmbeddingRequest {
  const { baseUrl, model, clock, fetch, timeoutMs = 30_000 } = options;
  const timeout = catalogue.provider.timeout('embedding');
  return async (texts, { signal, purpose = 'embedding' }) => {
    const apiKey = await options.apiKey();
    try {
      const client = await createOpenAiClient({ baseUrl, apiKey, fetch, purpose, timeoutMs });
      return await inTime(
        (requestSignal): Promise<unknown> =>
          client.embeddings.create(
            // Servers differ in base64; floats they all know, and their answer is read either way.
            { model, input: [...texts], encoding_format: 'float' },
            { signal: requestSignal },
          ),
        { ms: timeoutMs, clock, signal, timeout },
      );
    } catch (error) {
      throw toProviderError(error, { what: 'embedding', model, apiKey });
    }
  };
}
