import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listModels } from '../../src/main/provider/list-models';
import { AppError } from '../../src/shared/errors';
import { createFakeClock } from '../fakes/fake-clock';
import type { Behaviour } from '../openai-server/behaviour';
import { testModels } from '../openai-server/models';
import { startOpenAiServer } from '../openai-server/server';
import type { OpenAiServer } from '../openai-server/server';

const PATH = '/v1/models';
const json = (value: unknown): Behaviour => ({ kind: 'reply', make: () => value });

describe("a server's models", () => {
  let server: OpenAiServer;
  const clock = createFakeClock();

  beforeEach(async () => {
    server = await startOpenAiServer({ key: 'sk-right' });
  });
  afterEach(() => server.close());

  const list = (more: { apiKey?: string | null; signal?: AbortSignal; timeoutMs?: number } = {}) =>
    listModels({ baseUrl: server.url, apiKey: 'sk-right', clock, ...more });

  it('lists them after one request', async () => {
    expect(await list()).toEqual(testModels);
    expect(server.requests).toMatchObject([{ method: 'GET', path: PATH }]);
    expect(clock.waiting).toBe(0);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['of OpenAI, sorted and each once', { data: [{ id: 'b' }, { id: 'a' }, { id: 'b' }] }, ['a', 'b']],
    ['by their names', { models: [{ name: 'llama3:8b' }, { name: 'phi' }] }, ['llama3:8b', 'phi']],
    ['without a wrapper', [{ id: 'a' }, 'b'], ['a', 'b']],
    ['of a server without any', { object: 'list', data: [] }, []],
    ['of Ollama without any', { object: 'list', data: null }, []],
    [
      'without entries nobody could choose',
      { data: [{ id: ' a ' }, { id: '' }, { id: 7 }, null, { id: 'x'.repeat(201) }] },
      ['a'],
    ],
  ])('reads a list %s', async (_name, reply, expected) => {
    server.script(PATH, json(reply));
    expect(await list()).toEqual(expected);
  });

  it.each<[string, Behaviour]>([
    ['a web page', { kind: 'raw', contentType: 'text/html', body: '<html>' }],
    ['no JSON', { kind: 'raw', contentType: 'application/json', body: '<html>' }],
    ['something else', json({ hello: 'world' })],
    ['null', json(null)],
    ['a list of odd things', json({ data: [1, 2] })],
    ['nothing', { kind: 'raw', contentType: 'application/json', body: '' }],
  ])('calls %s a bad response', async (_name, behaviour) => {
    server.script(PATH, behaviour);
    await expect(list()).rejects.toMatchObject({ name: 'AppError', kind: 'bad-response' });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Behaviour]>([
    ['not-found', { kind: 'status', status: 404 }],
    ['rate-limit', { kind: 'status', status: 429 }],
    ['server', { kind: 'status', status: 500 }],
    ['network', { kind: 'drop' }],
  ])('throws %s after one request', async (kind, behaviour) => {
    server.script(PATH, behaviour);
    await expect(list()).rejects.toMatchObject({ name: 'AppError', kind });
    expect(server.requests).toHaveLength(1);
  });

  it('tells a wrong key from a missing one', async () => {
    await expect(list({ apiKey: 'sk-wrong' })).rejects.toMatchObject({
      kind: 'auth',
      message: expect.stringContaining('did not accept') as unknown,
    });
    await expect(list({ apiKey: null })).rejects.toMatchObject({
      kind: 'auth',
      message: expect.stringContaining('asks for an API key') as unknown,
    });
  });

  it('gives up after the time it is given', async () => {
    server.script(PATH, { kind: 'hang' });
    const answer = list({ timeoutMs: 1_500 });
    await server.received(1);
    clock.advance(1_500);
    await expect(answer).rejects.toMatchObject({ kind: 'timeout', retryable: true });
    await server.requests[0]?.closed;
  });

  it('stops when it is cancelled', async () => {
    server.script(PATH, { kind: 'hang-midway' });
    const control = new AbortController();
    const answer = list({ signal: control.signal });
    await server.received(1);
    control.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
    await server.requests[0]?.closed;
  });

  it('says that nobody listens', async () => {
    await server.close();
    await expect(list()).rejects.toMatchObject({ kind: 'network', retryable: true });
  });

  it('says that a server of plain http cannot be asked safely', async () => {
    const baseUrl = server.url.replace('http:', 'https:');
    const answer = listModels({ baseUrl, apiKey: 'sk-right', clock });
    await expect(answer).rejects.toMatchObject({
      kind: 'network',
      retryable: false,
      message: expect.stringContaining('no safe connection') as unknown,
    });
  });

  it('takes a refusal of the network as it is', async () => {
    const refusal = new AppError('network', 'Only http.');
    const answer = listModels({
      baseUrl: server.url,
      apiKey: null,
      clock,
      fetch: () => Promise.reject(refusal),
    });
    await expect(answer).rejects.toBe(refusal);
  });
});
