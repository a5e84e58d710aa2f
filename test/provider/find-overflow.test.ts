import { describe, expect, it } from 'vitest';
import { findOverflow } from '../../src/main/provider/find-overflow';
import { readServerFault } from '../../src/main/provider/server-fault';

const of = (body: unknown, status: number | null = 400) => findOverflow(readServerFault(body, status));

describe('a context that a server finds too long', () => {
  it.each<[string, number | null]>([
    [
      "This model's maximum context length is 4096 tokens. However, your messages resulted in 5,000 tokens.",
      4_096,
    ],
    [
      "'max_tokens' is too large: 1000. This model's maximum context length is 4096 tokens (1000 > 4096 - 3500)",
      4_096,
    ],
    ["This model's maximum prompt length is 131072 but the request contains 537812 tokens.", 131_072],
    [
      'the request exceeds the available context size. try increasing the context size or enable context shift',
      null,
    ],
    ['request (5000 tokens) exceeds the available context size (4096 tokens), try increasing it', 4_096],
    [
      'Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.',
      4_096,
    ],
    [
      'The number of tokens to keep from the initial prompt is greater than the context length (n_keep: 5000>= n_ctx: 4096)',
      4_096,
    ],
    ['prompt is too long: 208310 tokens > 200000 maximum', 200_000],
    [
      'input length and `max_tokens` exceed context limit: 195000 + 8192 > 200000, decrease input length',
      200_000,
    ],
    ['The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).', 1_048_576],
    ['Prompt contains 40000 tokens, too large for model with 32768 maximum context length', 32_768],
    ['Your input exceeds the context window of this model. Please adjust your input.', null],
    ['`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000', 4_096],
    ['Please reduce the length of the messages or completion.', null],
    ['the input length exceeds the context length', null],
    ['too many tokens: size limit exceeded', null],
  ])('is seen in “%s”', (message, windowTokens) => {
    expect(of({ error: { message } })).toEqual({ windowTokens });
    expect(of({ error: message }, 500)).toEqual({ windowTokens });
    expect(of(message, null)).toEqual({ windowTokens });
  });

  it('is seen in a code or a type, and the window in a field', () => {
    expect(of({ error: { code: 'context_length_exceeded', message: 'no' } })).toEqual({ windowTokens: null });
    const error = {
      code: 400,
      message: 'too much',
      type: 'exceed_context_size_error',
      n_prompt_tokens: 5_000,
      n_ctx: 4_096,
    };
    expect(of({ error })).toEqual({ windowTokens: 4_096 });
  });

  it('is seen in a status that says the request is too large', () => {
    expect(of('<html>413 Request Entity Too Large</html>', 413)).toEqual({ windowTokens: null });
    expect(of({ detail: 'body over the limit: 10 MB' }, 413)).toEqual({ windowTokens: null });
  });

  it('is seen in a rate limit that one request alone exceeds, and in no other', () => {
    const message = 'Request too large for gpt-4o on tokens per min (TPM): Limit 30000, Requested 40000.';
    expect(of({ error: { message, code: 'rate_limit_exceeded' } }, 429)).toEqual({ windowTokens: 30_000 });
    expect(of({ error: { message: 'Rate limit reached: Limit 30000, Used 29000.' } }, 429)).toBeNull();
  });

  it.each<[unknown, number]>([
    [{ error: { message: "Unsupported parameter: 'max_tokens'" } }, 400],
    [{ error: { message: 'maximum context length' } }, 401],
    [{ error: { message: 'No such model for a context length of 4096' } }, 404],
    ['', 400],
    [null, 500],
  ])('is not seen in %j with %i', (body, status) => {
    expect(of(body, status)).toBeNull();
  });
});
