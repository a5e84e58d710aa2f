import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { SessionId } from '../../src/shared/model/ids';
import type { FloorProbe } from '../../src/main/memory/ports/floor-store';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder, hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn, summariseOnce } from '../fakes/whole-turn';
import { manyWords } from '../property/random-words';

const settings = testSettings({ bufferMessageLimit: 4 });

async function openSession() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  const place = { engine, userId, sessionId };
  const preview = () => engine.previewContext({ userId, sessionId, settings });
  const status = () => engine.registryStatus({ userId, settings });
  return { disk, place, preview, status };
}

/** Embeds whatever waits. */
async function embedAll({ engine, clock }: EngineOnDisk): Promise<void> {
  const embedder = createFakeEmbedder();
  for (;;) {
    const job = await engine.claimJob({ now: clock.now() });
    if (job === null) return;
    if (job.kind === 'embed') await createEmbedJob(engine, () => embedder)(job, new AbortController().signal);
    await engine.completeJob({ jobId: job.id });
  }
}

describe('what is remembered of a session', () => {
  it('is read ahead when nobody waits: the vector index, then the words of its messages', async () => {
    const { disk, place, preview, status } = await openSession();
    for (let index = 0; index < 130; index += 1)
      await appendTurn(place, { text: `Message ${String(index)}` });
    await embedAll(disk);
    await preview();
    const before = await status();
    expect(before.sessions[0]).toMatchObject({ indexedVectors: 0 });
    disk.clock.advance(149);
    expect((await status()).bytes).toBe(before.bytes);
    disk.clock.advance(1);
    const read = await status();
    expect(read.sessions[0]!.indexedVectors).toBeGreaterThan(200);
    // The index and, beside it, a block with the words of more messages than are read at a time.
    const wordBytes = read.bytes - before.bytes - read.sessions[0]!.indexBytes;
    expect(wordBytes).toBeGreaterThan(32_768 * 8 + 201 * 48);
    await preview();
    await disk.restart();
    // What was still to be read of a database that is closed is not.
    disk.clock.advance(1_000);
  });

  it('is written to its cache file when that lacks much of it, else when the program ends', async () => {
    const { disk, place, preview } = await openSession();
    const folder = join(disk.folder, 'vectors', disk.userId);
    const written = async (): Promise<readonly Buffer[]> => {
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.map((name) => readFile(join(folder, name))));
    };
    const turn = async (text: string): Promise<void> => {
      await appendTurn(place, { text });
      await embedAll(disk);
    };
    for (let index = 0; index < 60; index += 1) await appendTurn(place, { text: `Message ${String(index)}` });
    await embedAll(disk);
    await preview();
    disk.clock.advance(150);
    expect(await written()).toEqual([]);
    await turn('there is no file yet');
    const first = await written();
    expect(first).toHaveLength(1);
    await turn('two of more than a hundred are missing');
    expect(await written()).toEqual(first);
    await disk.restart();
    const second = await written();
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
  });

  it('is read ahead of all chats where a chat recalls across them, once the chat that is looked at is', async () => {
    const { disk, place, preview, status } = await openSession();
    const { engine, userId } = disk;
    for (let chat = 0; chat < 3; chat += 1) {
      const other = await engine.createSession({ userId, recallScope: 'session' });
      await appendTurn({ ...place, sessionId: other.id }, { text: `Chat ${String(chat)}` });
    }
    await appendTurn(place, { text: 'Here' });
    await embedAll(disk);
    const read = async (): Promise<number> => {
      await preview();
      for (let step = 0; step < 20; step += 1) disk.clock.advance(150);
      const { holders, sessions } = await status();
      return holders.vectors / sessions[0]!.indexBytes;
    };
    expect(await read()).toBe(1);
    await engine.updateSession({ userId, sessionId: place.sessionId, changes: { recallScope: 'user' } });
    expect(await read()).toBe(4);
    expect(await read()).toBe(4);
    // A measurement lets go of those that nobody has open, and the next look at the chat reads them again.
    await engine.storeFloor({ userId, embedder: 'fake-8', probes: [] });
    const { holders, sessions } = await status();
    expect(holders.vectors).toBe(sessions[0]!.indexBytes);
    expect(await read()).toBe(4);
  });

  it('is opened chat by chat for a measurement: who asks for something meanwhile is answered in between', async () => {
    const { disk, place, status } = await openSession();
    const { engine, userId } = disk;
    for (let chat = 0; chat < 8; chat += 1) {
      const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
      await appendTurn({ ...place, sessionId }, { text: manyWords(14, chat + 1) });
    }
    await embedAll(disk);
    const [probe] = await engine.drawProbes({ userId, seed: 1 });
    const queryVector = { kind: 'vector', model: 'fake-8', values: hashVector('x', 8) } as const;
    let answer: FloorProbe | null | undefined;
    void engine.askProbe({ userId, probe: probe!, queryVector }).then((probed) => (answer = probed));
    const seen = new Set<number>();
    while (answer === undefined) {
      seen.add((await status()).holders.vectors);
      await setImmediate();
    }
    expect(seen.size).toBeGreaterThan(3);
    expect(answer).not.toBeNull();
  });

  it('gives back the indexes of chats that nobody has open, once a measurement has looked through all', async () => {
    const { disk, place, status } = await openSession();
    const { engine, userId } = disk;
    const other = await engine.createSession({ userId, recallScope: 'session' });
    for (const sessionId of [place.sessionId, other.id]) {
      for (let index = 0; index < 5; index += 1) {
        await appendTurn({ ...place, sessionId }, { text: `Message ${String(index)}` });
      }
    }
    await embedAll(disk);
    await engine.updateSession({ ...place, changes: { recallScope: 'user' } });
    const queryVector = { kind: 'vector', model: 'fake-8', values: hashVector('x', 8) } as const;
    await engine.recall({ ...place, query: 'message', queryVector, userMessageId: null, settings });
    const looked = await status();
    expect(looked.sessions).toMatchObject([{ sessionId: place.sessionId, indexedVectors: 10 }]);
    expect(looked.holders.vectors).toBe(2 * looked.sessions[0]!.indexBytes);
    await engine.storeFloor({ userId, embedder: 'fake-8', probes: [] });
    const after = await status();
    expect(after.holders.vectors).toBe(looked.sessions[0]!.indexBytes);
    expect(after.sessions).toMatchObject([{ sessionId: place.sessionId, indexedVectors: 10 }]);
  });

  it('is used again as long as nothing changed, and its status is what the database says', async () => {
    const { place, preview, status } = await openSession();
    for (let index = 0; index < 4; index += 1) await appendTurn(place, { text: `Message ${String(index)}` });
    await summariseOnce(place, settings);
    const first = await preview();
    expect(await preview()).toEqual(first);
    const now = await status();
    expect(now).toMatchObject({ active: 1, maxActive: 100, evictions: 0 });
    expect(now.hits).toBeGreaterThan(0);
    expect(now.misses).toBe(1);
    expect(now.bytes).toBeGreaterThan(0);
    const [summary] = await place.engine.listSummaries(place);
    expect(now.sessions).toMatchObject([
      {
        sessionId: place.sessionId,
        bufferMessages: first.buffer![1] - first.buffer![0] + 1,
        summary: { version: 1, tokens: summary!.tokens },
        indexedVectors: 0,
      },
    ]);
    // Looking changes nothing.
    const { process, engineHeap } = now.holders;
    expect(process).toBeGreaterThan(engineHeap);
    const anything: unknown = expect.any(Number);
    const holders = { ...now.holders, process: anything, engineHeap: anything };
    expect(await status()).toEqual({ ...now, holders });
  });

  it('is read anew after any change of its rows, whoever made it', async () => {
    const { disk, place, preview } = await openSession();
    await appendTurn(place, { text: 'One', reply: 'Two' });
    const before = await preview();
    await appendTurn(place, { text: 'Three', reply: 'Four' });
    const after = await preview();
    expect(after.buffer).toEqual([1, 4]);
    disk.database.prepare(`UPDATE messages SET deleted_at = 1 WHERE content IN ('Three', 'Four')`).run();
    expect(await preview()).toEqual(before);
  });

  it('does not outlive a change that was rolled back', async () => {
    const { disk, place, preview } = await openSession();
    await appendTurn(place, { text: 'One', reply: 'Two' });
    const before = await preview();
    disk.database.exec('BEGIN');
    disk.database.prepare('UPDATE messages SET deleted_at = 1').run();
    expect((await preview()).buffer).toBeNull();
    disk.database.exec('ROLLBACK');
    expect(await preview()).toEqual(before);
  });

  it('counts the vectors of its open index, and drops them when their chunks are gone', async () => {
    const { disk, place, status } = await openSession();
    await appendTurn(place, { text: 'The lighthouse', reply: 'It is blue' });
    const pending = { ...place, model: 'fake-8', limit: 10 };
    const chunks = await place.engine.pendingChunks(pending);
    await place.engine.storeVectors({
      ...pending,
      chunkIds: chunks.map(({ chunkId }) => chunkId),
      vectors: chunks.map(({ text }) => hashVector(text, 8)),
    });
    const queryVector = { kind: 'vector', model: 'fake-8', values: hashVector('x', 8) } as const;
    const recall = { ...place, query: 'lighthouse', queryVector, settings, userMessageId: null };
    await place.engine.recall(recall);
    expect((await status()).sessions).toMatchObject([{ indexedVectors: 2, indexBytes: 2 * (16 + 64) }]);
    disk.database.prepare('DELETE FROM chunks').run();
    expect((await status()).sessions).toMatchObject([{ indexedVectors: 0, indexBytes: 0 }]);
  });

  it('is shown to its own user only', async () => {
    const { disk, preview } = await openSession();
    await preview();
    const other = disk.addUser('Ada');
    const theirs = await disk.engine.registryStatus({ userId: other, settings });
    expect(theirs).toMatchObject({ active: 1, sessions: [] as { sessionId: SessionId }[] });
  });
});
