import { z } from 'zod';
import type { Behaviour } from './behaviour';

const bodySchema = z.object({
  model: z.string(),
  messages: z.array(
    z.object({
      role: z.string(),
      content: z
        .string()
        .nullable()
        .transform((text) => text ?? ''),
    }),
  ),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
});

/** Characters of the question that the reply repeats at most. */
const echoed = 200;
const end = 'data: [DONE]\n\n';

/** What this server answers to a request: a repetition of the question, the same every time. */
export function chatReply(body: unknown): string {
  const question = bodySchema.parse(body).messages.findLast(({ role }) => role === 'user')?.content ?? '';
  return `You asked: ${Array.from(question).slice(0, echoed).join('')} That is all I know. ✅`;
}

/** The token counts it reports: one a word. */
export function chatUsage(body: unknown, reply = chatReply(body)) {
  const { messages } = bodySchema.parse(body);
  const prompt = messages.reduce((sum, { content }) => sum + words(content).length, 0);
  const completion = words(reply).length;
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** One event of a stream. */
export function event(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** The event of one piece of text. */
export function delta(content: string | null, finish: string | null = null): string {
  return event({
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta: content === null ? {} : { content }, finish_reason: finish }],
  });
}

const roleEvent = event({ choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] });

/** The events of a whole streamed answer, one a word. */
export function chatEvents(body: unknown, reply = chatReply(body)): readonly string[] {
  const parts = reply.match(/\s*\S+/g) ?? [];
  const asksUsage = bodySchema.parse(body).stream_options?.include_usage === true;
  const usage = asksUsage ? [event({ choices: [], usage: chatUsage(body, reply) })] : [];
  return [roleEvent, ...parts.map((part) => delta(part)), delta(null, 'stop'), ...usage, end];
}

/** A good answer: streamed if that is asked for; `reply` in place of the repetition. */
export function chat(reply?: string): Behaviour {
  return {
    kind: 'choose',
    choose: (body) =>
      bodySchema.parse(body).stream === true
        ? { kind: 'pieces', pieces: (asked) => chatEvents(asked, reply), then: 'end' }
        : chatJson(reply),
  };
}

/** A good answer in one piece, whatever was asked for. */
export function chatJson(reply?: string): Behaviour {
  return {
    kind: 'reply',
    make: (body) => ({
      object: 'chat.completion',
      model: bodySchema.parse(body).model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: reply ?? chatReply(body) },
          finish_reason: 'stop',
        },
      ],
      usage: chatUsage(body, reply ?? chatReply(body)),
    }),
  };
}

/** A good stream cut into pieces of `bytes`, through events, lines and characters. */
export function unevenChat(bytes: number, reply?: string): Behaviour {
  return {
    kind: 'pieces',
    pieces: (body) => {
      const all = Buffer.from(chatEvents(body, reply).join(''));
      return Array.from({ length: Math.ceil(all.length / bytes) }, (_, index) =>
        all.subarray(index * bytes, (index + 1) * bytes),
      );
    },
    then: 'end',
  };
}

/** A good stream that never tells token counts. */
export function chatWithoutUsage(reply?: string): Behaviour {
  return {
    kind: 'pieces',
    pieces: (body) => chatEvents({ ...bodySchema.parse(body), stream_options: undefined }, reply),
    then: 'end',
  };
}

/** Some words, then nothing more, the end of the connection, or an end without `[DONE]`. */
export function brokenChat(text: readonly string[], then: 'end' | 'hang' | 'drop'): Behaviour {
  return { kind: 'pieces', pieces: () => [roleEvent, ...text.map((part) => delta(part))], then };
}

/** Some words, then an error in the stream. */
export function chatError(
  text: readonly string[],
  error: unknown = { message: 'The server is overloaded', type: 'server_error' },
): Behaviour {
  return {
    kind: 'pieces',
    pieces: () => [...text.map((part) => delta(part)), event({ error }), end],
    then: 'end',
  };
}

/** Refuses the context as OpenAI does. */
export function contextOverflow(windowTokens = 4_096): Behaviour {
  const window = String(windowTokens);
  return {
    kind: 'status',
    status: 400,
    error: {
      message: `This model's maximum context length is ${window} tokens. However, your messages resulted in ${String(windowTokens + 1_000)} tokens. Please reduce the length of the messages.`,
      type: 'invalid_request_error',
      param: 'messages',
      code: 'context_length_exceeded',
    },
  };
}

/** Answers well, but for requests that fail the check: those it refuses with the words given. */
export function refusing(
  isRefused: (body: Readonly<Record<string, unknown>>) => boolean,
  refusal: Behaviour,
): Behaviour {
  return {
    kind: 'choose',
    choose: (body) => (isRefused(z.record(z.string(), z.unknown()).parse(body)) ? refusal : chat()),
  };
}

/** Refuses requests that have a parameter, as OpenAI does. */
export function refusesParameter(parameter: string, instead = ''): Behaviour {
  return refusing((body) => parameter in body, {
    kind: 'status',
    status: 400,
    error: {
      message: `Unsupported parameter: '${parameter}' is not supported with this model.${instead}`,
      type: 'invalid_request_error',
      param: parameter,
      code: 'unsupported_parameter',
    },
  });
}

/** Refuses requests with more than `most` system messages, or with one that is not the first message. */
export function refusesSystemMessages(most: 0 | 1): Behaviour {
  return refusing(
    (body) => {
      const roles = bodySchema.parse(body).messages.map(({ role }) => role);
      const places = roles.flatMap((role, index) => (role === 'system' ? [index] : []));
      return places.length > most || places.some((place) => place > 0);
    },
    {
      kind: 'status',
      status: 400,
      error: {
        message:
          most === 0 ? 'System role not supported' : 'Conversation roles must alternate user/assistant',
      },
    },
  );
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
