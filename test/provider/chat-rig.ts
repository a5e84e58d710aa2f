import type { ChatChunk, ChatRequest } from '../../src/main/memory/ports/chat-model';
import type { ChatMessage } from '../../src/main/memory/ports/recall';
import { createCircuitBreaker } from '../../src/main/provider/circuit-breaker';
import {
  createOpenAiChatModel,
  type OpenAiChatModelOptions,
} from '../../src/main/provider/openai-chat-model';
import { createQuirks } from '../../src/main/provider/quirks';
import { createFakeClock } from '../fakes/fake-clock';
import { startOpenAiServer } from '../openai-server/server';

/** The path chat requests go to. */
export const CHAT_PATH = '/v1/chat/completions';
/** What a rig asks unless told otherwise. */
const question: readonly ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'Where is Ann?' },
];

/** A chat model before a real server, on a clock of the test. */
export async function startChatRig(changes: Partial<OpenAiChatModelOptions> = {}) {
  const server = await startOpenAiServer();
  const clock = createFakeClock();
  const breaker = createCircuitBreaker({ clock });
  const options: OpenAiChatModelOptions = {
    baseUrl: server.url,
    apiKey: async () => 'sk-test-1234567890',
    model: 'test-chat',
    clock,
    random: () => 0.5,
    breaker,
    quirks: createQuirks(),
    timeouts: { firstByteMs: 60_000 },
    ...changes,
  };
  const control = new AbortController();
  const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
    messages: question,
    recalled: [],
    maxTokens: 100,
    temperature: 0.7,
    signal: control.signal,
    ...more,
  });
  const ask = (more: Partial<ChatRequest> = {}, other: Partial<OpenAiChatModelOptions> = {}) =>
    collect(createOpenAiChatModel({ ...options, ...other }).stream(request(more)));
  return { server, clock, breaker, options, control, request, ask };
}

/** Chunks as they come in, and how the stream ended. */
export function collect(stream: AsyncIterable<ChatChunk>) {
  const chunks: ChatChunk[] = [];
  const ended = (async (): Promise<unknown> => {
    try {
      for await (const chunk of stream) chunks.push(chunk);
      return null;
    } catch (error) {
      return error;
    }
  })();
  return {
    chunks,
    /** What was thrown; null where the stream ended well. */
    ended,
    text: () => chunks.map((chunk) => (chunk.kind === 'text' ? chunk.text : '')).join(''),
    waits: () => chunks.filter((chunk) => chunk.kind === 'waiting'),
    usage: () => chunks.filter((chunk) => chunk.kind === 'usage'),
  };
}

/** Lets the event loop turn until something has come true. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
