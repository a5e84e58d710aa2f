import type OpenAI from 'openai';
import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { ChatChunk, ChatRequest } from '../memory/ports/chat-model';
import type { Clock } from '../memory/ports/clock';
import { chatBody } from './chat-body';
import { createCallCollector } from './collect-calls';
import { correctShape } from './correct-shape';
import { inTime } from './in-time';
import { faultIn } from './provider-error';
import type { Quirks } from './quirks';
import type { AnswerPart } from './read-answer';
import { createTextReader, type TextReader } from './read-body';
import { readParts } from './read-stream';
import { usualShape, type RequestShape } from './request-shape';

/** How long a server may be silent, in milliseconds. */
export interface ChatTimeouts {
  /** Before its first word; whatever it sends meanwhile, a thought or a sign of life, begins the wait anew. */
  readonly firstByteMs: number;
  /** After that. */
  readonly stallMs: number;
}

/** What one exchange with a server needs. */
export interface ExchangeParts {
  readonly client: OpenAI;
  readonly model: string;
  readonly clock: Clock;
  readonly timeouts: ChatTimeouts;
  readonly quirks: Quirks;
}

/** After the end was announced only the counts may follow. */
const afterEndMs = 5_000;
const words = catalogue.provider;

/**
 * One answer of the server. A request refused for its form is corrected and sent once more, as often as there is
 * something new to correct (five times at most); what helped is remembered.
 *
 * Throws what the library and the reading throw; the connection is closed however it ends.
 */
export async function* exchange(parts: ExchangeParts, request: ChatRequest): AsyncGenerator<ChatChunk> {
  const usual = usualShape(parts.model);
  let shape: RequestShape = { ...usual, ...parts.quirks.known() };
  let learned: Partial<RequestShape> = {};
  for (;;) {
    let hasSpoken = false;
    try {
      for await (const chunk of exchangeOnce(parts, request, shape)) {
        if (!hasSpoken) parts.quirks.learn(learned);
        hasSpoken = true;
        yield chunk;
      }
      return;
    } catch (error) {
      const fault = hasSpoken ? null : faultIn(error);
      const change = fault === null ? null : correctShape(fault, shape, usual);
      if (change === null) throw error;
      learned = { ...learned, ...change };
      shape = { ...shape, ...change };
    }
  }
}

async function* exchangeOnce(
  parts: ExchangeParts,
  request: ChatRequest,
  shape: RequestShape,
): AsyncGenerator<ChatChunk> {
  const { client, model, clock, timeouts } = parts;
  const { signal } = request;
  const connection = new AbortController();
  const first = { ms: timeouts.firstByteMs, clock, signal, timeout: words.timeout('chat') };
  let limit = first;
  let hasSpoken = false;
  let ending: AnswerPart['finish'] = null;
  let usage: AnswerPart['usage'] = null;
  const collector = createCallCollector();
  let reader: TextReader | null = null;
  try {
    const response = await inTime(
      () =>
        client.chat.completions
          .create(chatBody(request, model, shape), { signal: connection.signal })
          .asResponse(),
      first,
    );
    reader = createTextReader(response.body ?? new Blob([]).stream(), (next) => inTime(next, limit));
    for await (const part of readParts(reader.read)) {
      usage = part.usage ?? usage;
      ending = part.finish ?? ending;
      if (ending !== null) limit = { ...first, ms: afterEndMs };
      else if (part.text !== '') limit = { ...first, ms: timeouts.stallMs, timeout: words.stalled };
      collector.add(part.calls);
      if (part.calls.length > 0) limit = { ...first, ms: timeouts.stallMs, timeout: words.stalled };
      if (part.text === '') continue;
      hasSpoken = true;
      yield { kind: 'text', text: part.text };
    }
  } catch (error) {
    throw hasSpoken && isBroken(error) ? brokenOff(error) : error;
  } finally {
    connection.abort();
    // The runtime forgets what an abort is to end once garbage was collected, and the server would go on, and be paid for it.
    reader?.cancel();
  }
  const calls = request.tools === undefined ? [] : collector.calls();
  if (!hasSpoken && calls.length === 0) throw withoutWords(ending);
  if (usage !== null) yield { kind: 'usage', ...usage };
  if (calls.length > 0) yield { kind: 'tool-calls', calls };
}

/** A connection that breaks while a body is read fails with a TypeError of no library of ours. */
function isBroken(error: unknown): boolean {
  return !(error instanceof AppError) && faultIn(error) === null;
}

function brokenOff(cause: unknown): AppError {
  return new AppError('network', words.brokenOff, { cause, retryable: true });
}

function withoutWords(ending: AnswerPart['finish']): AppError {
  if (ending === 'length') return new AppError('bad-response', words.limitUsedUp, { retryable: true });
  if (ending === 'content_filter') return new AppError('bad-response', words.filtered);
  return new AppError('bad-response', words.noText, { retryable: true });
}
