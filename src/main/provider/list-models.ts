import { z } from 'zod';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { NetworkFetch } from '../../shared/model/network';
import type { Clock } from '../memory/ports/clock';
import { inTime } from './in-time';
import { createOpenAiClient } from './openai-client';
import { badResponse, toProviderError } from './provider-error';

/** Which server is asked, and how long. */
export interface ListModelsOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** Null for servers without keys; sent to `baseUrl` only. */
  readonly apiKey: string | null;
  readonly clock: Pick<Clock, 'after'>;
  readonly signal?: AbortSignal | undefined;
  /** The system's proxies in the app; the global one elsewhere. */
  readonly fetch?: NetworkFetch | undefined;
  /** For the whole answer; 10 s unless given. */
  readonly timeoutMs?: number | undefined;
}

/** The longest name a model is chosen by. */
const longestName = 200;

const entrySchema = z
  .union([
    z.string(),
    z.object({ id: z.string() }).transform(({ id }) => id),
    z.object({ name: z.string() }).transform(({ name }) => name),
  ])
  // One odd entry takes nothing from the others.
  .catch('');
const entriesSchema = z.array(entrySchema);
const replySchema = z.union([
  entriesSchema,
  // Ollama says null where it has none.
  z.object({ data: entriesSchema.nullable() }).transform(({ data }) => data ?? []),
  z.object({ models: entriesSchema.nullable() }).transform(({ models }) => models ?? []),
]);

/**
 * The names of a server's models, sorted, each once. Asks once.
 *
 * Errors: `auth`, `not-found`, `rate-limit`, `quota`, `server`, `network`, `timeout`, `bad-response`, `cancelled`.
 */
export async function listModels(options: ListModelsOptions): Promise<readonly string[]> {
  const { baseUrl, apiKey, clock, signal, fetch, timeoutMs = 10_000 } = options;
  try {
    const client = await createOpenAiClient({ baseUrl, apiKey, fetch, timeoutMs });
    const reply: unknown = await inTime(
      (requestSignal) => client.get<unknown>('/models', { signal: requestSignal }),
      { ms: timeoutMs, clock, signal, timeout: catalogue.provider.timeout('models') },
    );
    const parsed = replySchema.safeParse(reply);
    if (!parsed.success) throw badResponse('models');
    const names = parsed.data.map((name) => name.trim()).filter((name) => isUsable(name));
    if (names.length === 0 && parsed.data.length > 0) throw badResponse('models');
    return [...new Set(names)].sort();
  } catch (error) {
    throw toProviderError(error, { what: 'models', model: null, apiKey });
  }
}

function isUsable(name: string): boolean {
  return name !== '' && name.length <= longestName;
}
