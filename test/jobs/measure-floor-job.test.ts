import { describe, expect, it } from 'vitest';
import { createOpenAiEmbedder } from '../../src/main/embeddings/openai-embedder';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import { createMeasureFloorJob } from '../../src/main/jobs/measure-floor-job';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { Job } from '../../src/main/memory/ports/job-queue';
import { NotNowError } from '../../src/main/memory/ports/not-now-error';
import { AppError } from '../../src/shared/errors';
import type { NetworkPurpose } from '../../src/shared/model/network';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { hashVector } from '../fakes/fake-embedder';
import { appendTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const { signal } = new AbortController();
const dimension = 8;

/** A hosted embedder that notes its requests; it refuses them while there is an error. */
function createHosted() {
  const requests: { readonly texts: number; readonly purpose: NetworkPurpose }[] = [];
  const refusal: { error: AppError | null } = { error: null };
  const embedder: Embedder = createOpenAiEmbedder({
    model: `hosted#${String(dimension)}`,
    dimension,
    asks: { model: 'hosted', isLocal: false },
    request: async (texts, { purpose }) => {
      requests.push({ texts: texts.length, purpose });
      if (refusal.error !== null) throw refusal.error;
      return { data: texts.map((text, index) => ({ index, embedding: [...hashVector(text, dimension)] })) };
    },
  });
  return { embedder, requests, refusal };
}

async function openWithTurns(turns: number) {
  const { engine, userId, clock } = await openEngineOnDisk();
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  for (let turn = 0; turn < turns; turn += 1) {
    await appendTurn({ engine, userId, sessionId }, { text: manyWords(14, turn * 7 + 1) });
  }
  const hosted = createHosted();
  const { embedder, requests } = hosted;
  const jobOf = (kind: Job['kind']): Job => ({ id: 'x' as never, kind, userId, sessionId, attempts: 0 });
  await createEmbedJob(engine, () => embedder)(jobOf('embed'), signal);
  requests.length = 0;
  const asked: string[] = [];
  const store = {
    ...engine,
    askProbe: (input: Parameters<typeof engine.askProbe>[0]) => {
      asked.push(input.queryVector.kind);
      return engine.askProbe(input);
    },
  };
  const run = createMeasureFloorJob({
    store,
    embedder: () => embedder,
    random: () => 0.25,
    now: () => clock.now(),
  });
  const probes = async () =>
    (await engine.readFloors({ userId, embedder: embedder.model })).floors.map((floor) => floor.probes);
  return { ...hosted, asked, probes, measure: () => run(jobOf('measure-floor'), signal) };
}

describe('measuring the floors of recall with a hosted embedder', () => {
  it('makes one request of background work for all its queries', async () => {
    const { measure, requests, probes } = await openWithTurns(40);
    await measure();
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ purpose: 'embedding' });
    expect(requests[0]!.texts).toBeGreaterThan(20);
    expect(await probes()).toEqual([requests[0]!.texts, requests[0]!.texts]);
  });

  it('keeps the floor by words while it is put off, and does not measure it again', async () => {
    const { measure, refusal, asked, probes } = await openWithTurns(40);
    refusal.error = new NotNowError('quota', 'not now', { until: 0 });
    await expect(measure()).rejects.toBe(refusal.error);
    const [byMeaning, byWords] = await probes();
    expect(byMeaning).toBe(0);
    expect(byWords).toBeGreaterThan(20);
    asked.length = 0;
    await expect(measure()).rejects.toBe(refusal.error);
    expect(asked).toEqual([]);
    refusal.error = null;
    await measure();
    expect(new Set(asked)).toEqual(new Set(['none', 'vector']));
    expect((await probes())[0]).toBeGreaterThan(20);
  });

  it('fails where the server does not know the model, instead of counting as done', async () => {
    const { measure, refusal } = await openWithTurns(40);
    refusal.error = new AppError('not-found', 'no such model');
    await expect(measure()).rejects.toMatchObject({ kind: 'bad-response', message: 'no such model' });
  });
});
