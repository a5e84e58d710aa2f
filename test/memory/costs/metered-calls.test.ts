import { describe, expect, it, onTestFinished } from 'vitest';
import { createOpenAiEmbedder } from '../../../src/main/embeddings/openai-embedder';
import { meteredEmbedder } from '../../../src/main/memory/costs/metered-embedder';
import { meteredModel } from '../../../src/main/memory/costs/metered-model';
import type { ModelCall } from '../../../src/main/memory/ports/cost-log';
import { createEmbeddingRequest } from '../../../src/main/provider/embedding-request';
import { createOfflineModel } from '../../../src/main/provider/offline-model';
import { createOpenAiChatModel } from '../../../src/main/provider/openai-chat-model';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';
import { chatEvents } from '../../openai-server/chat';
import { embeddings } from '../../openai-server/embeddings';
import { CHAT_PATH, collect, startChatRig } from '../../provider/chat-rig';

const question = [{ role: 'user', content: 'Where is Ann?' }] as const;

async function startMetered() {
  const rig = await startChatRig();
  onTestFinished(() => rig.server.close());
  const disk = await openEngineOnDisk();
  const { engine, userId, logger } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const calls: ModelCall[] = [];
  let onCall = (): void => undefined;
  const noting = {
    ...engine,
    recordCost: (call: ModelCall) => {
      calls.push(call);
      onCall();
      return engine.recordCost(call);
    },
  };
  const about = { userId, sessionId, turnId: null };
  const meter = { engine: noting, logger };
  const model = meteredModel(createOpenAiChatModel(rig.options), meter, { ...about, kind: 'reply' });
  const request = rig.request({ messages: question });
  const ask = () => collect(model.stream(request));
  const recorded = (count: number): Promise<void> =>
    new Promise((resolve) => {
      onCall = () => {
        if (calls.length >= count) resolve();
      };
      onCall();
    });
  return { ...rig, disk, calls, recorded, about, meter, ask, request };
}

describe('an account of calls', () => {
  it('has what the server counted, once an answer, and its place', async () => {
    const { ask, calls, about } = await startMetered();
    expect(await ask().ended).toBeNull();
    expect(calls).toEqual([
      {
        ...about,
        kind: 'reply',
        model: 'test-chat',
        isLocal: true,
        promptTokens: 3,
        completionTokens: 11,
        reported: true,
      },
    ]);
  });

  it('is estimated where an answer breaks off, and empty where none began', async () => {
    const { ask, calls, server } = await startMetered();
    const half = (body: unknown) => chatEvents(body).slice(0, 4);
    server.script(CHAT_PATH, { kind: 'status', status: 401 });
    await ask().ended;
    expect(calls).toEqual([]);
    server.script(CHAT_PATH, { kind: 'pieces', pieces: half, then: 'drop' });
    const broken = ask();
    expect(await broken.ended).toMatchObject({ kind: 'network' });
    expect(broken.text()).toBe('You asked: Where');
    // "You asked: Where" and "Where is Ann?" by the approximate encoding of an unknown model, with the message's frame.
    expect(calls).toMatchObject([{ reported: false }]);
    expect(calls[0]!.completionTokens).toBeGreaterThanOrEqual(4);
    expect(calls[0]!.promptTokens).toBeGreaterThanOrEqual(8);
  });

  it('counts what was said before the reader stopped', async () => {
    const { calls, meter, about, options, request } = await startMetered();
    const model = meteredModel(createOpenAiChatModel(options), meter, { ...about, kind: 'summary' });
    for await (const chunk of model.stream(request)) if (chunk.kind === 'text') break;
    expect(calls).toMatchObject([{ kind: 'summary', reported: false }]);
  });

  it('tells what each call cost, and null where the price is not known', async () => {
    const rig = await startMetered();
    const told: (number | null)[] = [];
    for (const name of ['gpt-4o', 'mystery']) {
      const model = { ...createOpenAiChatModel(rig.options), name, isLocal: false };
      const metered = meteredModel(model, rig.meter, { ...rig.about, kind: 'summary' }, (cost) =>
        told.push(cost),
      );
      expect(await collect(metered.stream(rig.request)).ended).toBeNull();
    }
    // 3 tokens at $2.50 and 11 at $10 a million.
    expect(told).toEqual([11_750, null]);
  });

  it('that cannot be written costs no answer', async () => {
    const { meter, about, options, request, disk } = await startMetered();
    const refusing = {
      ...meter,
      engine: { ...meter.engine, recordCost: () => Promise.reject(new Error('full')) },
    };
    const model = meteredModel(createOpenAiChatModel(options), refusing, { ...about, kind: 'reply' });
    const answer = collect(model.stream(request));
    expect(await answer.ended).toBeNull();
    expect(answer.text()).toContain('Where is Ann?');
    expect(disk.logger.lines).toMatchObject([{ message: 'a cost was not recorded' }]);
  });

  it('has no offline replies', () => {
    const offline = createOfflineModel();
    const meter = {} as Parameters<typeof meteredModel>[1];
    const purpose = {} as Parameters<typeof meteredModel>[2];
    expect(meteredModel(offline, meter, purpose)).toBe(offline);
  });

  it('has every request for embeddings, counted or estimated', async () => {
    const { meter, about, calls, recorded, server, options } = await startMetered();
    const request = createEmbeddingRequest({ ...options, model: 'embed-1' });
    const asks = { model: 'embed-1', isLocal: true };
    const plain = createOpenAiEmbedder({ request, model: 'embed-1#8', dimension: 8, asks, batchSize: 2 });
    const embedder = meteredEmbedder(plain, meter, about);
    await embedder.embedDocuments(['one', 'two', 'three']);
    await recorded(2);
    const { make } = embeddings() as { readonly make: (body: unknown) => object };
    server.script('/v1/embeddings', { kind: 'reply', make: (body) => ({ ...make(body), usage: undefined }) });
    await embedder.embedQuery('where is Ann?');
    await recorded(3);
    const common = { ...about, kind: 'embedding', model: 'embed-1', isLocal: true, completionTokens: 0 };
    expect(calls).toMatchObject([
      { ...common, promptTokens: 2, reported: true },
      { ...common, promptTokens: 1, reported: true },
      { ...common, reported: false },
    ]);
    expect(calls[2]!.promptTokens).toBeGreaterThanOrEqual(4);
  });
});
