import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOpenAiEmbedder, detectDimension } from '../../src/main/embeddings/openai-embedder';
import { calculateTool } from '../../src/main/tools/calculate';
import type { AppError } from '../../src/shared/errors';
import { systemClock } from '../../src/main/memory/system-clock';
import { createEmbeddingRequest } from '../../src/main/provider/embedding-request';
import { listModels } from '../../src/main/provider/list-models';
import { startChatRig } from './chat-rig';

/** A server of this protocol that somebody else wrote (docs/models.md lists how they differ). */
interface Independent {
  readonly url: string;
  readonly model: string;
  readonly close: () => Promise<unknown>;
}

async function startAimock(): Promise<Independent> {
  const server = new LLMock({ port: 0 });
  server.onMessage('Where is Ann?', { content: 'Ann is in Porto, by the river.' });
  server.onMessage('pin it', { toolCalls: [{ name: 'calculate', arguments: '{"expression":"6*7"}' }] });
  server.onMessage('too fast', { error: { message: 'Slow down', type: 'rate_limit_error' }, status: 429 });
  await server.start();
  return { url: `${server.url}/v1`, model: 'gpt-4o', close: () => server.stop() };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

async function startMockOpenAiApi(): Promise<Independent> {
  const port = await freePort();
  const file = join(import.meta.dirname, '../../node_modules/mock-openai-api/dist/cli.js');
  const child = spawn(process.execPath, [file, '-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    url: `http://127.0.0.1:${String(port)}/v1`,
    model: 'mock-gpt-thinking',
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

describe.each([
  ['aimock', startAimock],
  ['mock-openai-api', startMockOpenAiApi],
])('the independent server %s', (name, start) => {
  let server: Independent;
  let rig: Awaited<ReturnType<typeof startChatRig>>;

  beforeAll(async () => {
    server = await start();
    rig = await startChatRig({ baseUrl: server.url, model: server.model, clock: systemClock });
  });
  afterAll(async () => {
    await rig.server.close();
    await server.close();
  });

  it('lists its models', async () => {
    const models = await listModels({ baseUrl: server.url, apiKey: 'sk-test', clock: systemClock });
    expect(models).toContain(server.model);
  });

  it('streams an answer with words, and counts them where it counts', async () => {
    const answer = rig.ask();
    expect(await answer.ended).toBeNull();
    expect(answer.text().length).toBeGreaterThan(10);
    expect(answer.usage().length).toBeLessThanOrEqual(1);
    // Thoughts are no part of the answer.
    expect(answer.text()).not.toContain('the user just said');
  });

  it('refuses a model it does not know with a typed error, or answers all the same', async () => {
    const answer = rig.ask(
      { messages: [{ role: 'user', content: 'Nobody taught you this.' }] },
      { model: 'no-such-model' },
    );
    const error = await answer.ended;
    if (error === null) expect(answer.text().length).toBeGreaterThan(0);
    else expect(['not-found', 'server']).toContain((error as AppError).kind);
  });

  it('ends at once when it is cancelled', async () => {
    const control = new AbortController();
    const answer = rig.ask({ signal: control.signal });
    control.abort();
    expect(await answer.ended).toMatchObject({ kind: 'cancelled' });
  });

  it.runIf(name === 'aimock')('asks for tools, and says when to slow down', async () => {
    const tools = [calculateTool.offer];
    const calling = rig.ask({ messages: [{ role: 'user', content: 'pin it' }], tools, mayCallTools: true });
    expect(await calling.ended).toBeNull();
    expect(calling.chunks.filter(({ kind }) => kind === 'tool-calls')).toMatchObject([
      { calls: [{ name: 'calculate', arguments: '{"expression":"6*7"}' }] },
    ]);
    const fast = rig.ask({ messages: [{ role: 'user', content: 'too fast' }] });
    expect(await fast.ended).toMatchObject({ name: 'AppError', kind: 'rate-limit' });
  });

  it.runIf(name === 'aimock')('embeds', async () => {
    const request = createEmbeddingRequest({
      baseUrl: server.url,
      apiKey: () => Promise.resolve('sk-test'),
      model: 'text-embedding-3-small',
      clock: systemClock,
    });
    const dimension = await detectDimension({ request }, { signal: new AbortController().signal });
    expect(dimension).toBeGreaterThan(100);
    const asks = { model: 'text-embedding-3-small', isLocal: true };
    const embedder = createOpenAiEmbedder({ model: 'x', dimension, request, asks });
    const vectors = await embedder.embedDocuments(['a boat', 'a train']);
    expect(vectors.map((vector) => Math.hypot(...vector))).toEqual([
      expect.closeTo(1, 4),
      expect.closeTo(1, 4),
    ]);
  });
});
