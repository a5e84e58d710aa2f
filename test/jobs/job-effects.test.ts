import { describe, expect, it } from 'vitest';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import { createSummariseJob } from '../../src/main/jobs/summarise-job';
import type { ChatModel } from '../../src/main/memory/ports/chat-model';
import type { Embedder } from '../../src/main/memory/ports/embedder';
import type { Job } from '../../src/main/memory/ports/job-queue';
import { createOfflineModel } from '../../src/main/provider/offline-model';
import { openEngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder } from '../fakes/fake-embedder';
import { createScriptedModel } from '../fakes/scripted-model';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const signal = new AbortController().signal;

async function openWithTurns(count: number, words = 20) {
  const disk = await openEngineOnDisk();
  const { id: sessionId } = await disk.engine.createSession({ userId: disk.userId, recallScope: 'session' });
  const say = async (from: number, to: number): Promise<void> => {
    const place = { engine: disk.engine, userId: disk.userId, sessionId };
    for (let index = from; index < to; index += 1) {
      await appendTurn(place, { text: manyWords(words, index), reply: manyWords(words, index + 500) });
    }
  };
  await say(0, count);
  const vectors = (): readonly unknown[] =>
    disk.database
      .prepare(
        `SELECT v.model, c.message_id, c.ordinal, v.dimension FROM vectors v JOIN chunks c ON c.id = v.chunk_id
         ORDER BY v.model, c.message_id, c.ordinal`,
      )
      .all();
  const claim = async (kind: Job['kind']): Promise<Job> => {
    for (;;) {
      const job = (await disk.engine.claimJob({ now: disk.clock.now() }))!;
      if (job.kind === kind) return job;
      await disk.engine.completeJob({ jobId: job.id });
    }
  };
  const embed = (embedder: Embedder, job: Job, stop = signal) =>
    createEmbedJob(disk.engine, () => embedder)(job, stop);
  const summarise = (summariser: ChatModel, job: Job, settings = testSettings({ bufferMessageLimit: 4 })) =>
    createSummariseJob({
      store: disk.engine,
      summariser: () => summariser,
      settingsFor: async () => settings,
      windowTokens: 6_000,
      onChanged: () => undefined,
    })(job, signal);
  const summaries = () => disk.engine.listSummaries({ userId: disk.userId, sessionId });
  return { disk, sessionId, say, vectors, claim, embed, summarise, summaries };
}

describe('the embed job', () => {
  it('gives every source a vector, once, whatever kill comes between effect and completion', async () => {
    const { disk, vectors, claim, embed } = await openWithTurns(30);
    const embedder = createFakeEmbedder();
    const job = await claim('embed');
    await embed(embedder, job);
    expect(vectors()).toHaveLength(60);
    await disk.kill();
    const again = await claim('embed');
    expect(again.id).toBe(job.id);
    await embed(embedder, again);
    expect(vectors()).toHaveLength(60);
    expect(new Set(embedder.documents).size).toBe(embedder.documents.length);
  });

  it('loses no batch that was stored when it is stopped in the middle', async () => {
    const { disk, vectors, claim, embed } = await openWithTurns(30);
    const stop = new AbortController();
    let batches = 0;
    const slow = createFakeEmbedder({
      before: async () => {
        batches += 1;
        if (batches === 2) stop.abort();
      },
    });
    await expect(embed(slow, await claim('embed'), stop.signal)).rejects.toThrow();
    const stored = vectors().length;
    expect(stored).toBeGreaterThanOrEqual(20);
    expect(stored).toBeLessThan(60);
    await disk.kill();
    const embedder = createFakeEmbedder();
    await embed(embedder, await claim('embed'));
    expect(vectors()).toHaveLength(60);
    expect(embedder.documents).toHaveLength(60 - stored);
  });

  it('embeds speaker and words without a date, cuts long messages, and embeds equal texts once', async () => {
    const { disk, sessionId, claim, embed, vectors } = await openWithTurns(0);
    const place = { engine: disk.engine, userId: disk.userId, sessionId };
    await appendTurn(place, { text: 'The same', reply: 'Well.' });
    await appendTurn(place, { text: 'The same', reply: manyWords(600) });
    const embedder = createFakeEmbedder();
    await embed(embedder, await claim('embed'));
    expect(embedder.documents.filter((text) => text === 'User: The same').length).toBeLessThanOrEqual(2);
    const parts = embedder.documents.filter((text) => text.startsWith('Assistant: ') && text.length > 100);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.map((text) => text.slice('Assistant: '.length).trim()).join(' ')).toBe(manyWords(600));
    expect(vectors()).toHaveLength(3 + parts.length);
    const before = embedder.documents.length;
    await appendTurn(place, { text: 'The same', reply: 'Well.' });
    await embed(embedder, await claim('embed'));
    expect(embedder.documents).toHaveLength(before);
  });

  it('embeds everything again for another model', async () => {
    const { disk, vectors, claim, embed } = await openWithTurns(3);
    await embed(createFakeEmbedder(), await claim('embed'));
    const model = 'fake-16';
    expect(await disk.engine.enqueueMissingVectors({ model: 'fake-8' })).toBe(0);
    expect(await disk.engine.enqueueMissingVectors({ model })).toBe(1);
    await embed(createFakeEmbedder({ model, dimension: 16 }), await claim('embed'));
    expect(vectors()).toHaveLength(12);
    expect(await disk.engine.enqueueMissingVectors({ model })).toBe(0);
  });

  it('stores nothing of a batch with something that is no vector, or of the wrong number', async () => {
    const { vectors, claim, embed } = await openWithTurns(3);
    const job = await claim('embed');
    const fake = createFakeEmbedder();
    const broken = (answer: readonly Float32Array[]): Embedder => ({
      ...fake,
      embedDocuments: async () => answer,
    });
    const good = await fake.embedDocuments(['a', 'b', 'c', 'd', 'e']);
    for (const bad of [Float32Array.from([]), Float32Array.from([Number.NaN, 1])]) {
      await expect(embed(broken([...good, bad]), job)).rejects.toMatchObject({ kind: 'bad-response' });
    }
    await expect(embed(broken(good), job)).rejects.toMatchObject({ kind: 'bad-response' });
    expect(vectors()).toEqual([]);
  });
});

describe('the summarise job', () => {
  it.each([
    ['offline', createOfflineModel()],
    ['a model', createScriptedModel(['Nadia wants ', 'a garden.'])],
  ])('with %s commits one version a segment, also when killed before completion', async (_name, model) => {
    const { disk, claim, summarise, summaries } = await openWithTurns(3);
    const job = await claim('summarise');
    await summarise(model, job);
    expect(await summaries()).toMatchObject([{ version: 1, parentId: null, current: true }]);
    await disk.kill();
    const again = await claim('summarise');
    await summarise(model, again);
    expect(await summaries()).toHaveLength(1);
  });

  it('does nothing while nothing is due, and asks no model', async () => {
    const { claim, summarise, summaries } = await openWithTurns(1);
    const model = createScriptedModel(['Never.']);
    await summarise(model, await claim('summarise'));
    expect([await summaries(), model.requests]).toEqual([[], []]);
  });

  it('folds a segment larger than the window run by run, each with the summary so far', async () => {
    const { claim, summarise, summaries } = await openWithTurns(12, 700);
    const model = createScriptedModel(['A summary.']);
    await summarise(model, await claim('summarise'));
    expect(model.requests.length).toBeGreaterThan(1);
    expect(model.requests[0]!.messages[1]!.content).toContain('There is no earlier summary.');
    expect(model.requests[1]!.messages[1]!.content).toContain('Earlier summary:\nA summary.');
    expect(model.requests[0]!.temperature).toBe(0.1);
    expect(new Set((await summaries()).map(({ text }) => text))).toEqual(new Set(['A summary.']));
  });

  it('refuses an empty answer, and the old summary stays in force', async () => {
    const { say, claim, summarise, summaries } = await openWithTurns(3);
    await summarise(createOfflineModel(), await claim('summarise'));
    await say(3, 8);
    const refused = summarise(createScriptedModel(['  ']), await claim('summarise'));
    await expect(refused).rejects.toMatchObject({ kind: 'bad-response', retryable: true });
    expect(await summaries()).toMatchObject([{ version: 1, current: true }]);
  });

  it('commits nothing when another version came in meanwhile', async () => {
    const { claim, summarise, summaries } = await openWithTurns(6);
    const job = await claim('summarise');
    const slow = createScriptedModel([() => summarise(createOfflineModel(), job), 'Too late.']);
    await summarise(slow, job);
    expect((await summaries()).map(({ text }) => text)).not.toContain('Too late.');
  });
});
