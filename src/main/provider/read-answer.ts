import { z } from 'zod';
import type { CallFragment } from './collect-calls';
import { isRecord, readServerFault, ServerFaultError } from './server-fault';

/** What one chunk of a stream, or a whole answer, holds for us. */
export interface AnswerPart {
  /** Empty where it has none. */
  readonly text: string;
  /** Pieces of the calls it makes. */
  readonly calls: readonly CallFragment[];
  /** Why the answer ends here; null where it goes on. */
  readonly finish: string | null;
  /** In tokens, as the server counted them; null where it does not say. */
  readonly usage: { readonly prompt: number; readonly completion: number } | null;
}

/** Text, or parts of which some are thoughts. */
const contentSchema = z
  .union([
    z.string(),
    z
      .array(z.object({ text: z.string().catch(''), type: z.string().catch('text') }))
      .transform((parts) => parts.map(({ type, text }) => (type === 'text' ? text : '')).join('')),
  ])
  .catch('');
const callSchema = z
  .object({
    index: z.int().nullable().catch(null),
    id: z.string().catch(''),
    function: z
      .object({
        name: z.string().catch(''),
        // Some servers send the arguments as an object, not as its text.
        arguments: z
          .union([z.string(), z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value))])
          .catch(''),
      })
      .catch({ name: '', arguments: '' }),
  })
  .transform(({ index, id, function: called }): CallFragment => ({ index, id, ...called }));
const messageSchema = z.object({
  content: contentSchema,
  refusal: z.string().catch(''),
  tool_calls: z.array(callSchema).nullish().catch(null),
});
const choiceSchema = z.object({
  delta: messageSchema.nullish().catch(null),
  message: messageSchema.nullish().catch(null),
  finish_reason: z.string().nullish().catch(null),
});
const count = z.int().min(0);
const partSchema = z.object({
  // A choice of another form is one without words.
  choices: z.array(choiceSchema.catch({})).nullish().catch(null),
  usage: z.object({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
});

/**
 * Reads what a server sent; what is missing, null or of another form is as if absent. Throws a ServerFaultError where
 * it is an error.
 */
export function readAnswerPart(value: unknown): AnswerPart {
  if (isRecord(value) && isFault(value)) throw new ServerFaultError(readServerFault(value, null));
  const parsed = partSchema.safeParse(value);
  const { choices = null, usage = null } = parsed.success ? parsed.data : {};
  const choice = choices?.[0];
  const message = choice?.delta ?? choice?.message;
  return {
    text: message === undefined || message === null ? '' : message.content || message.refusal,
    calls: numbered(message?.tool_calls ?? [], message === choice?.message),
    finish: choice?.finish_reason ?? null,
    usage: usage === null ? null : { prompt: usage.prompt_tokens, completion: usage.completion_tokens },
  };
}

/** In one piece every call is whole, and stands at its place. */
function numbered(calls: readonly CallFragment[], isWhole: boolean): readonly CallFragment[] {
  return isWhole ? calls.map((call, index) => ({ ...call, index })) : calls;
}

function isFault(value: Readonly<Record<string, unknown>>): boolean {
  if (value['error'] !== undefined && value['error'] !== null && value['error'] !== false) return true;
  // vLLM's errors and FastAPI's stand without a wrapper.
  return value['object'] === 'error' || (value['detail'] !== undefined && value['choices'] === undefined);
}
