import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpenAiEmbedder, detectDimension } from '../../src/main/embeddings/openai-embedder';
import type { OpenAiEmbedderOptions } from '../../src/main/embeddings/openai-embedder';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import { createEmbeddingRequest } from '../../src/main/provider/embedding-request';
import type { EmbeddingRequestOptions } from '../../src/main/provider/embedding-request';
import { AppError } from '../../src/shared/errors';
import { createManualClock } from '../fakes/manual-timer';
import { base64Embeddings, embeddings, TEST_DIMENSION, testVector } from '../openai-server/embeddings';
import { startOpenAiServer } from '../openai-server/server';
import type { OpenAiServer } from '../openai-server/server';
import type { Behaviour } from '../openai-server/behaviour';

const PATH = '/v1/embeddings';

describe('embeddings of an OpenAI-compatible server', () => {
  let server: OpenAiServer;
  let clock: ReturnType<typeof createManualClock>;
  let connection: EmbeddingRequestOptions;
  let options: OpenAiEmbedderOptions;
  let embedder: Embedder;

  beforeEach(async () => {
    vi.stubEnv('OPENAI_API_KEY', 'key-of-the-environment');
    vi.stubEnv('OPENAI_ORG_ID', 'organisation-of-the-environment');
    server = await startOpenAiServer();
    clock = createManualClock();
    connection = { baseUrl: server.url, apiKey: async () => 'sk-test', model: 'embed-1', clock };
    const request = createEmbeddingRequest(connection);
    const asks = { model: 'embed-1', isLocal: true };
    options = { request, model: 'embed-1#8', dimension: TEST_DIMENSION, asks };
    embedder = createOpenAiEmbedder(options);
  });
  afterEach(() => server.close());

  const unit = (text: string): number[] => {
    const values = testVector(text);
    const length = Math.hypot(...values);
    return values.map((value) => value / length);
  };
  const expectVectors = (vectors: readonly Float32Array[], texts: readonly string[]): void => {
    expect(vectors).toHaveLength(texts.length);
    vectors.forEach((vector, row) => {
      expect(vector).toBeInstanceOf(Float32Array);
      unit(texts[row]!).forEach((value, index) => expect(vector[index]).toBeCloseTo(value, 5));
    });
  };

  it('asks for floats with the key given, and answers unit vectors', async () => {
    expectVectors([await embedder.embedQuery('where is Ann?')], ['where is Ann?']);
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request?.body).toEqual({ model: 'embed-1', input: ['where is Ann?'], encoding_format: 'float' });
    expect(request?.headers.authorization).toBe('Bearer sk-test');
    expect(request?.headers).not.toHaveProperty('openai-organization');
  });

  it('never sends the key of the environment to a server without keys', async () => {
    const request = createEmbeddingRequest({ ...connection, apiKey: async () => null });
    await createOpenAiEmbedder({ ...options, request }).embedQuery('x');
    expect(JSON.stringify(server.requests[0]?.headers)).not.toContain('environment');
  });

  it('embeds documents in batches and keeps their order', async () => {
    const texts = Array.from({ length: 7 }, (_, index) => `text ${String(index)}`);
    expectVectors(await createOpenAiEmbedder({ ...options, batchSize: 3 }).embedDocuments(texts), texts);
    expect(server.requests).toHaveLength(3);
    expect(await embedder.embedDocuments([])).toEqual([]);
    expect(server.requests).toHaveLength(3);
  });

  it('sends no empty text and no half character, which servers refuse', async () => {
    await embedder.embedDocuments(['', '\n', 'a\ud83d']);
    expect(server.requests[0]?.body).toMatchObject({ input: [' ', ' ', 'a\ufffd'] });
  });

  it.each<[string, Behaviour]>([
    ['in base64 though floats were asked for', base64Embeddings()],
    ['out of order', embeddings((rows) => rows.toReversed())],
    ['without indexes', embeddings((rows) => rows.map((row) => ({ embedding: row.embedding })))],
  ])('reads an answer %s', async (_name, behaviour) => {
    server.script(PATH, behaviour);
    expectVectors(await embedder.embedDocuments(['one', 'two', 'three']), ['one', 'two', 'three']);
  });

  const withEmbedding = (embedding: unknown): Behaviour =>
    embeddings((rows) => rows.map((row) => ({ ...row, embedding })));
  it.each<[string, Behaviour]>([
    ['of another dimension', embeddings(undefined, TEST_DIMENSION + 1)],
    ['with null for a number', withEmbedding([...testVector('x').slice(1), null])],
    [
      'with NaN, which is no JSON',
      { kind: 'raw', contentType: 'application/json', body: '{"data":[{"embedding":[NaN]}]}' },
    ],
    [
      'with NaN in base64',
      withEmbedding(Buffer.from(new Float32Array(8).fill(NaN).buffer).toString('base64')),
    ],
    ['with base64 that was cut off', withEmbedding('AAAAAAA=')],
    ['of zeros', withEmbedding(new Array(TEST_DIMENSION).fill(0))],
    ['with a text left out', embeddings((rows) => rows.slice(1))],
    ['with one text twice', embeddings((rows) => rows.map((row) => ({ ...row, index: 0 })))],
    ['of another shape', { kind: 'reply', make: () => ({ vectors: [] }) }],
    ['that is no JSON', { kind: 'raw', contentType: 'application/json', body: '<html>' }],
    ['that is a web page', { kind: 'raw', contentType: 'text/html', body: '<html>' }],
    ['that refuses the request', { kind: 'status', status: 400 }],
    [
      'that finds a text too long',
      {
        kind: 'status',
        status: 400,
        error: { message: "This model's maximum context length is 512 tokens" },
      },
    ],
  ])('calls an answer %s a bad response', async (_name, behaviour) => {
    server.script(PATH, behaviour);
    await expect(embedder.embedDocuments(['one', 'two'])).rejects.toMatchObject({
      name: 'AppError',
      kind: 'bad-response',
      retryable: false,
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, boolean, Behaviour]>([
    ['auth', false, { kind: 'status', status: 401 }],
    ['auth', false, { kind: 'status', status: 403 }],
    ['not-found', false, { kind: 'status', status: 404 }],
    ['rate-limit', true, { kind: 'status', status: 429 }],
    ['quota', false, { kind: 'status', status: 429, error: { code: 'insufficient_quota', message: 'x' } }],
    ['server', true, { kind: 'status', status: 500 }],
    ['server', true, { kind: 'status', status: 503 }],
    ['network', true, { kind: 'drop' }],
  ])('throws %s (retryable: %s) after %j, asking once', async (kind, retryable, behaviour) => {
    server.script(PATH, behaviour);
    await expect(embedder.embedQuery('x')).rejects.toMatchObject({ name: 'AppError', kind, retryable });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': '7', 'retry-after-ms': '250' }, 250],
    [{ 'retry-after': 'soon' }, null],
    [{}, null],
  ])('tells how long a rate limit lasts from %j', async (headers, retryAfterMs) => {
    server.script(PATH, { kind: 'status', status: 429, headers });
    await expect(embedder.embedQuery('x')).rejects.toMatchObject({ kind: 'rate-limit', retryAfterMs });
  });

  it('says that the network fails when nobody listens', async () => {
    await server.close();
    await expect(embedder.embedQuery('x')).rejects.toMatchObject({ kind: 'network', retryable: true });
  });

  it.each<Behaviour>([{ kind: 'hang' }, { kind: 'hang-midway' }])(
    'gives up after 30 s on a server that does %j',
    async (behaviour) => {
      server.script(PATH, behaviour);
      const answer = embedder.embedQuery('x');
      await server.received(1);
      clock.advance(29_999);
      clock.advance(1);
      await expect(answer).rejects.toMatchObject({ kind: 'timeout', retryable: true });
      await server.requests[0]?.closed;
    },
  );

  it('stops at once when it is cancelled, and hangs up', async () => {
    server.script(PATH, { kind: 'hang' });
    const control = new AbortController();
    const answer = embedder.embedQuery('x', { signal: control.signal });
    await server.received(1);
    control.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'cancelled' });
    await server.requests[0]?.closed;
    await expect(embedder.embedQuery('y', { signal: control.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each([401, 400, 500])('never shows the key in an error, though a %i repeats it', async (status) => {
    server.script(PATH, { kind: 'status', status, error: { message: 'Wrong key sk-test in your request' } });
    const error: unknown = await embedder.embedQuery('x').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('sk-test');
  });

  it('reads the key anew for every request', async () => {
    const keys = ['first', 'second'];
    const request = createEmbeddingRequest({ ...connection, apiKey: async () => keys.shift() ?? null });
    await createOpenAiEmbedder({ ...options, request, batchSize: 1 }).embedDocuments(['a', 'b', 'c']);
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer second',
      'Bearer none',
    ]);
  });

  it('says that a key with a letter no key has is unusable, and sends nothing', async () => {
    const request = createEmbeddingRequest({ ...connection, apiKey: async () => 'sk-té st' });
    const answer = createOpenAiEmbedder({ ...options, request }).embedQuery('x');
    await expect(answer).rejects.toMatchObject({ kind: 'auth', cause: undefined });
    expect(server.requests).toHaveLength(0);
  });

  it('finds out the dimension of a model', async () => {
    expect(await detectDimension(options)).toBe(TEST_DIMENSION);
  });

  it('finds out no dimension of an answer it cannot read', async () => {
    server.script(PATH, { kind: 'reply', make: () => ({ data: [] }) });
    await expect(detectDimension(options)).rejects.toMatchObject({ kind: 'bad-response' });
  });
});
