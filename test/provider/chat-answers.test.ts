import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Behaviour } from '../openai-server/behaviour';
import { chat, chatError, chatJson, chatWithoutUsage, delta, event } from '../openai-server/chat';
import { CHAT_PATH, startChatRig } from './chat-rig';

const pieces = (...all: readonly string[]): Behaviour => ({ kind: 'pieces', pieces: () => all, then: 'end' });
const done = 'data: [DONE]\n\n';

describe('answers that servers give', () => {
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeEach(async () => {
    rig = await startChatRig();
  });
  afterEach(() => rig.server.close());

  it.each<[string, Behaviour, string]>([
    ['without counts', chatWithoutUsage('Here.'), 'Here.'],
    ['in one piece of JSON', chatJson('Here.'), 'Here.'],
    [
      'in one piece though of another type',
      {
        kind: 'raw',
        contentType: 'text/plain',
        body: JSON.stringify({ choices: [{ message: { content: 'Here.' } }] }),
      },
      'Here.',
    ],
    [
      'with counts, choices and text of null',
      pieces(
        event({ choices: null, usage: null }),
        event({
          choices: [{ delta: { role: 'assistant', content: null }, finish_reason: null }],
          usage: null,
        }),
        delta('Here.'),
        done,
      ),
      'Here.',
    ],
    [
      'with empty choices and a chunk of another form',
      pieces(
        event({ choices: [] }),
        event({ ping: 1 }),
        event([]),
        event({ choices: ['odd'] }),
        delta('Here.'),
        done,
      ),
      'Here.',
    ],
    ['that was cut at the limit', pieces(delta('Here and'), delta(null, 'length')), 'Here and'],
    ['without [DONE] but with a reason to end', pieces(delta('Here.'), delta(null, 'stop')), 'Here.'],
    ['without a reason to end but with [DONE]', pieces(delta('Here.'), done), 'Here.'],
    ['with [DONE] on an unfinished line', pieces(delta('Here.'), 'data: [DONE]'), 'Here.'],
    [
      'with comments and CR LF',
      pieces(
        ': keep alive\r\n\r\n',
        delta('Here').replaceAll('\n', '\r\n'),
        delta('.', 'stop').replaceAll('\n', '\r'),
      ),
      'Here.',
    ],
    ['that begins with empty lines', pieces('\n\n', ' \n\n', delta('Here.', 'stop')), 'Here.'],
    [
      'in parts, some of them thoughts',
      pieces(
        event({
          choices: [
            {
              delta: {
                content: [
                  { type: 'thinking', text: 'Hm.' },
                  { type: 'text', text: 'Here.' },
                ],
              },
              finish_reason: 'stop',
            },
          ],
        }),
      ),
      'Here.',
    ],
    [
      'that is a refusal in words',
      pieces(event({ choices: [{ delta: { refusal: 'I must not.' }, finish_reason: 'stop' }] })),
      'I must not.',
    ],
    [
      'with thoughts before it',
      pieces(event({ choices: [{ delta: { reasoning_content: 'Hm.' } }] }), delta('Here.', 'stop')),
      'Here.',
    ],
    [
      'with an error of null in every chunk',
      pieces(event({ error: null, choices: [{ delta: { content: 'Here.' }, finish_reason: 'stop' }] })),
      'Here.',
    ],
  ])('reads an answer %s', async (_name, behaviour, text) => {
    rig.server.script(CHAT_PATH, behaviour);
    const answer = rig.ask();
    expect(await answer.ended).toBeNull();
    expect(answer.text()).toBe(text);
    expect(rig.server.requests).toHaveLength(1);
    expect(rig.clock.waiting).toBe(0);
  });

  it('reads the counts of an answer in one piece', async () => {
    rig.server.script(CHAT_PATH, chatJson('Here he is.'));
    const answer = rig.ask();
    await answer.ended;
    expect(answer.usage()).toEqual([{ kind: 'usage', prompt: 5, completion: 3 }]);
  });

  it('tells only the last of counts that grow with each chunk', async () => {
    const counted = (content: string, completion: number): string =>
      event({
        choices: [{ delta: { content } }],
        usage: { prompt_tokens: 4, completion_tokens: completion },
      });
    rig.server.script(CHAT_PATH, pieces(counted('One', 1), counted(' two', 2), done));
    const answer = rig.ask();
    await answer.ended;
    expect(answer.usage()).toEqual([{ kind: 'usage', prompt: 4, completion: 2 }]);
  });

  it.each<[string, Behaviour]>([
    ['with no word', chat('')],
    ['with no word in one piece', chatJson('')],
    [
      'that is a web page',
      { kind: 'raw', contentType: 'text/html', body: '<!doctype html><title>Hi</title>' },
    ],
    ['that is plain words', { kind: 'raw', contentType: 'text/plain', body: 'Ollama is running' }],
    ['with nothing in it', { kind: 'raw', contentType: 'application/json', body: '' }],
    ['that is half a JSON', { kind: 'raw', contentType: 'application/json', body: '{"choices":[' }],
    ['with an event that is no JSON', pieces('data: {"choices":\n\n', done)],
    ['with all of its limit spent on thoughts', pieces(delta(null, 'length'), done)],
  ])('calls an answer %s a bad response that may be tried again, asking once', async (_name, behaviour) => {
    rig.server.script(CHAT_PATH, behaviour);
    expect(await rig.ask().ended).toMatchObject({ kind: 'bad-response', retryable: true });
    expect(rig.server.requests).toHaveLength(1);
  });

  it('says when the content filter held the whole answer back', async () => {
    rig.server.script(CHAT_PATH, pieces(delta(null, 'content_filter'), done));
    expect(await rig.ask().ended).toMatchObject({ kind: 'bad-response', retryable: false });
  });

  it('gives up on a line that never ends', async () => {
    rig.server.script(CHAT_PATH, pieces(`data: {"choices":"${'x'.repeat(4_500_000)}`));
    expect(await rig.ask().ended).toMatchObject({ kind: 'bad-response' });
  });

  it('gives up on a chunk of ten megabytes, though it is whole', async () => {
    rig.server.script(CHAT_PATH, pieces(delta('x'.repeat(10_000_000))));
    expect(await rig.ask().ended).toMatchObject({ kind: 'bad-response' });
    expect(rig.server.requests).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    ['of the server', undefined, 'server'],
    ['in words only', 'llama runner process has terminated', 'server'],
    ['with a status as its code', { code: 503, message: 'overloaded' }, 'server'],
    ['of the rate', { code: 'rate_limit_exceeded', message: 'slow down' }, 'rate-limit'],
    ['of the account', { code: 'insufficient_quota', message: 'pay' }, 'quota'],
    [
      'of the context',
      { message: 'request (5000 tokens) exceeds the available context size (4096 tokens)' },
      'context-overflow',
    ],
  ])('throws an error %s that comes after some words', async (_name, error, kind) => {
    rig.server.script(CHAT_PATH, chatError(['Half'], error));
    const answer = rig.ask();
    expect(await answer.ended).toMatchObject({ name: 'AppError', kind });
    expect(answer.text()).toBe('Half');
    expect(rig.server.requests).toHaveLength(1);
  });

  it('reads an event named error, and an error without a wrapper, in a good answer', async () => {
    const words = { message: 'prompt is too long: 208310 tokens > 200000 maximum' };
    rig.server.script(
      CHAT_PATH,
      pieces(`event: error\n${event(words)}`),
      { kind: 'reply', make: () => ({ object: 'error', ...words }) },
      { kind: 'reply', make: () => ({ error: words }) },
    );
    for (let time = 0; time < 3; time += 1) {
      expect(await rig.ask().ended).toMatchObject({ kind: 'context-overflow', windowTokens: 200_000 });
    }
    expect(rig.server.requests).toHaveLength(3);
  });
});
