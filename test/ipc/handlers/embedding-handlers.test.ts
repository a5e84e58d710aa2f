import { describe, expect, it } from 'vitest';
import { createChangeSettings } from '../../../src/main/ipc/change-settings';
import { createEmbeddingHandlers } from '../../../src/main/ipc/handlers/embedding-handlers';
import type { ModelChoice } from '../../../src/shared/model/provider';
import { providerIdSchema } from '../../../src/shared/model/provider';
import { defaultSettings, openAiProvider, type Settings } from '../../../src/shared/settings';
import { openEngineOnDisk } from '../../fakes/engine-on-disk';
import { appendTurn } from '../../fakes/whole-turn';

const choice = { providerId: openAiProvider.id, model: 'embedder' };

async function openHandlers() {
  const disk = await openEngineOnDisk();
  const settings: { current: Settings } = { current: defaultSettings };
  const server: { measure: (choice: ModelChoice, signal: AbortSignal) => Promise<number> } = {
    measure: async () => 8,
  };
  const woken = { count: 0 };
  const handlers = createEmbeddingHandlers({
    engine: disk.engine,
    userId: () => disk.userId,
    settings: () => settings.current,
    changeSettings: createChangeSettings({
      engine: disk.engine,
      settings: () => settings.current,
      onSettings: (changed) => {
        settings.current = changed;
      },
    }),
    detectDimension: (chosen, signal) => server.measure(chosen, signal),
    embedderModelName: (chosen) =>
      chosen === null ? 'built-in' : `${chosen.model}#${String(chosen.dimension)}`,
    onJobsEnqueued: () => {
      woken.count += 1;
    },
  });
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const place = { engine: disk.engine, userId: disk.userId, sessionId };
  await appendTurn(place, { text: 'The lighthouse of Porto is blue.', reply: 'So it is.' });
  const context = { signal: new AbortController().signal };
  const embedJobs = async () =>
    (await disk.engine.listJobs({ userId: disk.userId })).filter(({ kind }) => kind === 'embed').length;
  return { disk, settings, server, woken, handlers, context, place, embedJobs };
}

describe('what another embedding model would take', () => {
  it('is counted over all messages, with the length of a vector the server gave', async () => {
    const { server, settings, handlers, context } = await openHandlers();
    const asked: ModelChoice[] = [];
    server.measure = async (chosen) => asked.push(chosen) + 7;
    const plan = await handlers['embedding.plan'](choice, context);
    expect(plan).toMatchObject({ messages: 2, dimension: 8 });
    expect(plan.tokens).toBeGreaterThan(5);
    expect(asked).toEqual([choice]);
    expect(settings.current).toBe(defaultSettings);
  });

  it.each([0, -1, 1.5, Number.NaN, 20_001])('is refused with vectors of %s numbers', async (dimension) => {
    const { server, settings, handlers, context } = await openHandlers();
    server.measure = async () => dimension;
    await expect(handlers['embedding.plan'](choice, context)).rejects.toMatchObject({ kind: 'bad-response' });
    await expect(handlers['embedding.choose']({ choice }, context)).rejects.toMatchObject({
      kind: 'bad-response',
    });
    expect(settings.current).toBe(defaultSettings);
  });

  it('is not asked of a provider that is gone', async () => {
    const { server, handlers, context } = await openHandlers();
    server.measure = () => Promise.reject(new Error('asked'));
    const gone = { ...choice, providerId: providerIdSchema.parse('gone') };
    await expect(handlers['embedding.plan'](gone, context)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(handlers['embedding.choose']({ choice: gone }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('hands the signal of the call to the server’s request', async () => {
    const { server, handlers, context } = await openHandlers();
    server.measure = async (_choice, signal) => (signal === context.signal ? 4 : 0);
    expect(await handlers['embedding.plan'](choice, context)).toMatchObject({ dimension: 4 });
  });
});

describe('choosing another embedding model', () => {
  it('stores it with its dimension, and sets embedding of all that was said going', async () => {
    const { disk, settings, woken, handlers, context, embedJobs } = await openHandlers();
    const before = await embedJobs();
    const stored = await handlers['embedding.choose']({ choice }, context);
    expect(stored.embeddingModel).toEqual({ ...choice, dimension: 8 });
    expect(settings.current).toEqual(stored);
    expect(await embedJobs()).toBe(before + 1);
    expect(woken.count).toBe(1);
    await disk.restart();
    expect((await disk.engine.readSettings({})).embeddingModel).toEqual({ ...choice, dimension: 8 });
  });

  it('goes back to the built-in one without asking anybody', async () => {
    const { server, woken, handlers, context } = await openHandlers();
    await handlers['embedding.choose']({ choice }, context);
    server.measure = () => Promise.reject(new Error('asked'));
    expect((await handlers['embedding.choose']({ choice: null }, context)).embeddingModel).toBeNull();
    expect(woken.count).toBe(2);
  });

  it('ends with not-found when its provider is removed while its server is asked', async () => {
    const { settings, server, woken, handlers, context } = await openHandlers();
    server.measure = async () => {
      settings.current = { ...settings.current, providers: [] };
      return 8;
    };
    await expect(handlers['embedding.choose']({ choice }, context)).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(settings.current.embeddingModel).toBeNull();
    expect(woken.count).toBe(0);
  });
});
