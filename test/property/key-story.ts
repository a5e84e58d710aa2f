import fc from 'fast-check';
import type { Behaviour } from '../openai-server/behaviour';

/** What a server is asked for. */
export type Endpoint = '/v1/models' | '/v1/embeddings' | '/v1/chat/completions';
/** How a server may answer otherwise than well. */
export const mishaps = ['unauthorized', 'refused', 'redirected', 'error in the stream'] as const;
type Answer = 'good' | (typeof mishaps)[number];

/** One thing that happens to a provider. */
export type Step =
  | { readonly kind: 'set key'; readonly provider: 0 | 1; readonly seed: number }
  | { readonly kind: 'set no key'; readonly provider: 0 | 1; readonly text: string }
  | { readonly kind: 'remove key'; readonly provider: 0 | 1 }
  | { readonly kind: 'move'; readonly provider: 0 | 1; readonly server: 0 | 1 }
  /** The settings come from elsewhere, as a restored database's do. */
  | { readonly kind: 'move unseen'; readonly provider: 0 | 1; readonly server: 0 | 1 }
  | { readonly kind: 'ask'; readonly provider: 0 | 1; readonly endpoint: Endpoint; readonly answer: Answer }
  | { readonly kind: 'look' };

const which = fc.constantFrom(0 as const, 1 as const);
const endpoint = fc.constantFrom<Endpoint>('/v1/models', '/v1/embeddings', '/v1/chat/completions');
const ask = fc.record({
  kind: fc.constant('ask' as const),
  provider: which,
  endpoint,
  answer: fc.constantFrom<Answer>('good', ...mishaps),
});
const setKey = fc.record({ kind: fc.constant('set key' as const), provider: which, seed: fc.nat() });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: setKey },
  { weight: 5, arbitrary: ask },
  fc.record({
    kind: fc.constant('set no key' as const),
    provider: which,
    text: fc.constantFrom('é', '\n', '’', ' '),
  }),
  fc.record({ kind: fc.constant('remove key' as const), provider: which }),
  fc.record({
    kind: fc.constantFrom('move' as const, 'move unseen' as const),
    provider: which,
    server: which,
  }),
  fc.record({ kind: fc.constant('look' as const) }),
);
/** A key is there from the start, so that every run has something to lose. */
export const story = fc
  .tuple(setKey, fc.array(step, { minLength: 3, maxLength: 12 }))
  .map(([first, others]): readonly Step[] => [first, ...others]);

/** What the server says; the worst it can is to repeat the key it was sent. */
export function behaviourOf(answer: Answer, at: Endpoint, key: string, elsewhere: string): Behaviour | null {
  const message = `Incorrect API key provided: ${key}. It ends in ${key.slice(-8)} and begins with ${key.slice(0, 8)}`;
  switch (answer) {
    case 'good':
      if (at === '/v1/models') return json({ data: [{ id: 'model-a' }, { id: `of-${key}` }] });
      return at === '/v1/embeddings' ? null : stream({ choices: [{ index: 0, delta: { content: 'Yes.' } }] });
    case 'unauthorized':
      return { kind: 'status', status: 401, error: { message, code: 'invalid_api_key' } };
    case 'refused':
      return { kind: 'status', status: 400, error: { message: `${key.slice(-8)} is no key`, param: key } };
    case 'redirected':
      return { kind: 'status', status: 307, headers: { location: `${elsewhere}/models` } };
    case 'error in the stream':
      return at === '/v1/chat/completions'
        ? stream({ error: { message, code: 'invalid_api_key' } })
        : { kind: 'raw', body: `{"error": "${key}`, contentType: 'application/json' };
  }
}

const json = (body: unknown): Behaviour => ({
  kind: 'raw',
  body: JSON.stringify(body),
  contentType: 'application/json',
});
const stream = (chunk: unknown): Behaviour => ({
  kind: 'raw',
  body: `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`,
  contentType: 'text/event-stream',
});
