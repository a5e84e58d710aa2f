import type { ServerFault } from './server-fault';

/** Statuses that say something else, whatever words come with them. */
const otherStatuses: ReadonlySet<number> = new Set([401, 402, 403, 404]);
const codes: ReadonlySet<string> = new Set(['context_length_exceeded', 'exceed_context_size_error']);

/** How servers say that the context is too long, in order: OpenAI, vLLM, llama.cpp, LM Studio, Gemini, Anthropic, xAI. */
const overflowWords = [
  /(?:context|prompt) (?:length|size|window|limit)/,
  /when context the overflows/,
  /n_keep.*n_ctx/,
  /prompt is too long/,
  /input token count/,
  /too many (?:input )?tokens/,
  /reduce the length of the/,
  /max_new_tokens` must be <=/,
];
/** OpenAI's answer to a request that alone is over the tokens a minute: waiting would never help. */
const requestTooLarge = /request too large/;

/** Where they say how many tokens the model takes. */
const windowWords = [
  /context limit: [\d,+ ]+ > ([\d,]+)/,
  /(?:context|prompt) (?:length|size|window|limit)(?: of| is|:)?(?: only)? (?:\()?([\d,]+)/,
  /with ([\d,]+) maximum context length/,
  /n_ctx\s*[:=]\s*([\d,]+)/,
  /> ([\d,]+) maximum/,
  /tokens allowed \(([\d,]+)\)/,
  /must be <= ([\d,]+)/,
  /request too large.*\blimit:? ([\d,]+)/,
];

/** Whether a server found the context too long, and the window it named, in tokens; null where it is another fault. */
export function findOverflow(fault: ServerFault): { readonly windowTokens: number | null } | null {
  const words = fault.message.toLowerCase();
  if (!isOverflow(fault, words)) return null;
  if (fault.windowTokens !== null) return { windowTokens: fault.windowTokens };
  for (const pattern of windowWords) {
    const tokens = Number(pattern.exec(words)?.[1]?.replaceAll(',', ''));
    if (Number.isInteger(tokens) && tokens > 0) return { windowTokens: tokens };
  }
  return { windowTokens: null };
}

function isOverflow({ status, code, type }: ServerFault, words: string): boolean {
  if (status !== null && otherStatuses.has(status)) return false;
  if (status === 429) return requestTooLarge.test(words);
  if (status === 413 || codes.has(code ?? '') || codes.has(type ?? '')) return true;
  return requestTooLarge.test(words) || overflowWords.some((pattern) => pattern.test(words));
}
