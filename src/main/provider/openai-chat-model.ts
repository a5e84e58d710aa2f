import { AppError, toErrorShape, type AppErrorKind } from '../../shared/errors';
import { isLoopback } from '../../shared/loopback';
import type { NetworkFetch } from '../../shared/model/network';
import type { ChatChunk, ChatModel, ChatRequest } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';
import { RateLimitError } from '../memory/ports/rate-limit-error';
import { exchange, type ChatTimeouts } from './chat-exchange';
import type { CircuitBreaker } from './circuit-breaker';
import { createOpenAiClient } from './openai-client';
import { pause } from './pause';
import { toProviderError, type RequestInfo } from './provider-error';
import type { Quirks } from './quirks';
import { isReasoningModel } from './request-shape';
import { maxAttempts, retryPause } from './retry-pause';

/** Where the answers come from. */
export interface OpenAiChatModelOptions {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  /** Read anew for every answer; null for servers without keys. */
  readonly apiKey: () => Promise<string | null>;
  /** As the server names it. */
  readonly model: string;
  /** The system's proxies in the app; the global one elsewhere. */
  readonly fetch?: NetworkFetch | undefined;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** The provider's. */
  readonly breaker: CircuitBreaker;
  /** The model's. */
  readonly quirks: Quirks;
  /** 60 s until the first word (300 s on this computer and for models that think first), then 45 s of silence. */
  readonly timeouts?: Partial<ChatTimeouts> | undefined;
}

/** A longer wait than this is the user's to decide. */
const longestWaitMs = 30_000;
const stallMs = 45_000;
const firstByteMs = 60_000;
/** A processor without a graphics card reads a long context for minutes; to ask again would begin anew. */
const slowFirstByteMs = 300_000;
/** Errors that may have passed by the next try. */
const passing: ReadonlySet<AppErrorKind> = new Set(['rate-limit', 'server', 'network', 'timeout']);

/**
 * A chat model of OpenAI or any compatible server, streamed.
 *
 * Until its first word a failed request is made again, three times in all, each pause announced; after it whoever asks
 * keeps the words and decides. Errors: those of {@link ChatModel}, also `not-found` for an unknown model or address.
 */
export function createOpenAiChatModel(options: OpenAiChatModelOptions): ChatModel {
  return {
    name: options.model,
    kind: 'server',
    isLocal: isLoopback(options.baseUrl),
    takesTools: () => options.quirks.known().takesTools !== false,
    stream: (request) => answer(options, request),
  };
}

async function* answer(options: OpenAiChatModelOptions, request: ChatRequest): AsyncGenerator<ChatChunk> {
  const { clock, breaker } = options;
  const info: RequestInfo = { what: 'chat', model: options.model, apiKey: await options.apiKey() };
  for (let attempt = 1; ; attempt += 1) {
    const pass = breaker.enter();
    let hasSpoken = false;
    try {
      for await (const chunk of attemptOnce(options, request, info)) {
        pass.answered();
        hasSpoken = true;
        yield chunk;
      }
      pass.ended(null);
      return;
    } catch (thrown) {
      const error = toProviderError(thrown, info);
      pass.ended(error);
      const waitMs = hasSpoken ? null : timeToWait(error, attempt, options.random);
      if (waitMs === null || breaker.openUntil() !== null) throw withRetryAt(error, options);
      const until = clock.now() + waitMs;
      const timed = toErrorShape(withRetryAt(error, options));
      yield { kind: 'waiting', error: timed, attempt: attempt + 1, attempts: maxAttempts, until };
      await pause(waitMs, clock, request.signal);
    }
  }
}

async function* attemptOnce(
  options: OpenAiChatModelOptions,
  request: ChatRequest,
  { apiKey }: RequestInfo,
): AsyncGenerator<ChatChunk> {
  const { baseUrl, model, clock, quirks } = options;
  const isSlow = isLoopback(baseUrl) || isReasoningModel(model);
  const timeouts = {
    firstByteMs: options.timeouts?.firstByteMs ?? (isSlow ? slowFirstByteMs : firstByteMs),
    stallMs: options.timeouts?.stallMs ?? stallMs,
  };
  const { purpose = 'reply' } = request;
  const connection = { baseUrl, apiKey, fetch: options.fetch, purpose, timeoutMs: timeouts.firstByteMs };
  const client = await createOpenAiClient(connection);
  yield* exchange({ client, model, clock, timeouts, quirks }, request);
}

/** Milliseconds until the next attempt; null where there is none. */
function timeToWait(error: AppError, attempt: number, random: () => number): number | null {
  if (attempt >= maxAttempts || !error.retryable || !passing.has(error.kind)) return null;
  const asked = error instanceof RateLimitError ? error.retryAfterMs : null;
  if (asked === null) return retryPause(attempt, random());
  return asked <= longestWaitMs ? asked : null;
}

/** The error with the time before which a retry is of no use: the server's, or the breaker's. */
function withRetryAt(error: AppError, { clock, breaker }: OpenAiChatModelOptions): AppError {
  const { message, cause } = error;
  if (error instanceof RateLimitError) {
    const { retryAfterMs } = error;
    const retryAt = retryAfterMs === null ? undefined : clock.now() + retryAfterMs;
    return new RateLimitError(message, { retryAfterMs, retryAt, cause });
  }
  const retryAt = breaker.openUntil() ?? undefined;
  if (retryAt === undefined || !passing.has(error.kind)) return error;
  return new AppError(error.kind, message, { cause, retryable: error.retryable, retryAt });
}
