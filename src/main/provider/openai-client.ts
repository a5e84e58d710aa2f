import type OpenAI from 'openai';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { NetworkFetch, NetworkPurpose } from '../../shared/model/network';
import { loadOpenAi } from './openai-library';
import { withReadableErrors } from './readable-errors';

/** Where requests go, and how. */
export interface OpenAiClientOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** Null for servers without keys; sent to `baseUrl` only. */
  readonly apiKey: string | null;
  /** The system's proxies in the app; the global one elsewhere. */
  readonly fetch?: NetworkFetch | undefined;
  /** Why it is asked; for the list of models where absent. */
  readonly purpose?: NetworkPurpose | undefined;
  /** How long our own deadline for a request's headers is; the library's own is kept out of its way. */
  readonly timeoutMs: number;
}

/** What a header may hold; Node quotes the whole header, key and all, when it refuses one. */
const headerSafe = /^[\x21-\x7e]+$/;

/** The client of one server: no retries, no log, no redirects and nothing from the environment. Errors: `auth`. */
export async function createOpenAiClient(options: OpenAiClientOptions): Promise<OpenAI> {
  const { baseUrl, apiKey, timeoutMs } = options;
  const ask: NetworkFetch = options.fetch ?? fetch;
  if (apiKey !== null && !headerSafe.test(apiKey)) {
    throw new AppError('auth', catalogue.provider.unusableKey);
  }
  const { OpenAI: Client } = await loadOpenAi();
  return new Client({
    baseURL: baseUrl,
    // The library insists on a key, and would otherwise look for one, and for an account, in the environment.
    apiKey: apiKey ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    // Ours is the one that counts: the library's stops at the headers.
    timeout: timeoutMs * 2,
    logLevel: 'off',
    fetch: withReadableErrors((input, init) => ask(input, init, options.purpose)),
    // A key belongs to one address.
    fetchOptions: { redirect: 'error' },
  });
}
