import { describe, expect, it } from 'vitest';
import { embedQuery } from '../../src/main/chat/embed-query';
import { createConnections } from '../../src/main/wiring/connections';
import { createModels } from '../../src/main/wiring/models';
import { createSpending } from '../../src/main/wiring/spending';
import { createJobRunner } from '../../src/main/jobs/job-runner';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import type { ChatRequest } from '../../src/main/memory/ports/chat-model';
import type { EventEnvelope } from '../../src/shared/contract/events';
import { defaultSettings, settingsSchema, type Settings } from '../../src/shared/settings';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { appendTurn } from '../fakes/whole-turn';
import { collect } from '../provider/chat-rig';

const choice = { providerId: 'openai', model: 'gpt-4o' };
const request: ChatRequest = {
  messages: [{ role: 'user', content: 'Hello' }],
  recalled: [],
  maxTokens: 10,
  signal: new AbortController().signal,
};

/** The program's models before a network that counts, with a cap of one dollar. */
async function openCapped(changes: Partial<Settings> = {}) {
  const disk = await openEngineOnDisk();
  const { engine, userId, clock, logger } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const settings = {
    current: settingsSchema.parse({
      ...defaultSettings,
      chatModel: choice,
      embeddingModel: { providerId: 'openai', model: 'text-embedding-3-small', dimension: 8 },
      monthlyCapDollars: 1,
      ...changes,
    }),
  };
  const events: EventEnvelope[] = [];
  const requests: string[] = [];
  const fetchNothing = async (input: Parameters<typeof fetch>[0]): Promise<Response> => {
    requests.push(input instanceof Request ? input.url : String(input));
    return new Response(JSON.stringify({ error: { message: 'no' } }), { status: 400 });
  };
  const secrets = { read: async () => 'sk-test' } as unknown as Parameters<
    typeof createConnections
  >[0]['secrets'];
  const connections = createConnections({
    settings: () => settings.current,
    secrets,
    fetch: fetchNothing,
    clock,
  });
  const spending = createSpending({
    engine,
    settings: () => settings.current,
    clock,
    logger,
    emit: (name, payload) => void events.push({ name, payload } as EventEnvelope),
  });
  const models = createModels({
    createEmbedderWorker: () => {
      throw new Error('the built-in embedder has no part in this');
    },
    settings: () => settings.current,
    connections,
    fetch: fetchNothing,
    spending: () => spending.current(),
    clock,
    random: () => 0.5,
  });
  /** Spends so many dollars on answers: a million tokens of gpt-4o are 2.50. */
  const spend = async (dollars: number): Promise<void> => {
    const call = { userId, sessionId, turnId: null, kind: 'reply', model: 'gpt-4o', isLocal: false } as const;
    const promptTokens = Math.round((dollars / 2.5) * 1_000_000);
    await engine.recordCost({ ...call, promptTokens, completionTokens: 0, reported: true });
    await spending.refresh();
  };
  const notices = () =>
    events.flatMap((event) => (event.name === 'notice' ? [event.payload.text ?? ''] : []));
  return { disk, sessionId, settings, models, spending, spend, notices, requests };
}

const hello = { text: 'Hello', readNames: () => Promise.resolve([]) };

describe('the cap of a month', () => {
  it('warns once at 80 %, and once when it is reached', async () => {
    const { spend, notices, spending } = await openCapped();
    await spend(0.79);
    expect(notices()).toEqual([]);
    await spend(0.02);
    await spend(0.01);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('80 %');
    await spend(0.5);
    expect(notices()).toHaveLength(2);
    expect(notices()[1]).toContain('$1.00');
    expect(spending.current()).toMatchObject({ state: 'reached', microcents: 132_000_000 });
  });

  it('refuses the answer by naming itself and the way out, and sends nothing', async () => {
    const { spend, models, requests, settings } = await openCapped();
    await collect(models.chatModel().stream(request)).ended;
    expect(requests).toHaveLength(1);
    await spend(1);
    const refused = await collect(models.chatModel().stream(request)).ended;
    expect(refused).toMatchObject({ kind: 'quota', retryable: true });
    expect((refused as Error).message).toMatch(/\$1\.00.*Settings → Models/s);
    expect(models.chatModel().name).toBe('gpt-4o');
    expect(requests).toHaveLength(1);
    settings.current = { ...settings.current, monthlyCapDollars: 2 };
    await collect(models.chatModel().stream(request)).ended;
    expect(requests).toHaveLength(2);
  });

  it('leaves summaries to this computer and recall to words', async () => {
    const { spend, models, requests, disk } = await openCapped();
    expect(models.summariser().kind).toBe('server');
    await spend(1);
    expect(models.summariser().kind).toBe('offline');
    const vector = await embedQuery(models.embedder(), hello, disk.clock, request.signal);
    expect(vector).toMatchObject({ kind: 'none', reason: expect.stringContaining('words alone') as string });
    expect(requests).toEqual([]);
  });

  it('puts embedding off without counting a try, and it goes on in the next month', async () => {
    const { spend, models, requests, disk, sessionId } = await openCapped();
    const { engine, userId, clock, logger } = disk;
    await appendTurn({ engine, userId, sessionId }, { text: 'The lighthouse is blue.' });
    await spend(1);
    const runner = createJobRunner({
      queue: engine,
      handlers: {
        embed: createEmbedJob(engine, models.embedder),
        summarise: async () => undefined,
      } as unknown as Parameters<typeof createJobRunner>[0]['handlers'],
      clock,
      logger,
      random: () => 0.5,
      onChange: () => undefined,
    });
    const embedJob = async () => (await engine.listJobs({ userId })).find(({ kind }) => kind === 'embed')!;
    for (let round = 0; round < 8; round += 1) {
      runner.wake();
      await runner.idle();
      clock.advance(5 * 60_000);
    }
    await runner.idle();
    expect(await embedJob()).toMatchObject({
      state: 'waiting',
      attempts: 0,
      lastError: expect.stringContaining('$1.00') as string,
    });
    expect(requests).toEqual([]);
    clock.advance(31 * 86_400_000);
    await runner.idle();
    expect(requests).toHaveLength(1);
    await runner.stop();
  });

  it('does not hold servers on this computer', async () => {
    const local = { id: 'local', name: 'Local', baseUrl: 'http://127.0.0.1:9/v1' };
    const { spend, models, requests } = await openCapped({
      providers: [...defaultSettings.providers, local] as Settings['providers'],
      chatModel: { ...choice, providerId: 'local' } as Settings['chatModel'],
    });
    await spend(5);
    await collect(models.chatModel().stream(request)).ended;
    expect(models.summariser().kind).toBe('server');
    expect(requests).toEqual(['http://127.0.0.1:9/v1/chat/completions']);
  });
});

describe('offline mode', () => {
  it('answers, summarises and recalls without any server', async () => {
    const { models, requests, disk } = await openCapped({ offlineMode: true });
    expect([models.chatModel().kind, models.summariser().kind]).toEqual(['offline', 'offline']);
    const vector = await embedQuery(models.embedder(), hello, disk.clock, request.signal);
    expect(vector).toMatchObject({ kind: 'none', reason: expect.stringContaining('Offline') as string });
    expect(requests).toEqual([]);
  });
});
