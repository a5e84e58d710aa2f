import { describe, expect, it } from 'vitest';
import { workOffJobs } from '../../eval/work-off-jobs';
import { createEmbedJob } from '../../src/main/jobs/embed-job';
import { createEmbedSentencesJob } from '../../src/main/jobs/embed-sentences-job';
import type { Job } from '../../src/main/memory/ports/job-queue';
import type { QueryVector } from '../../src/main/memory/ports/recall';
import { embedSentences, sentenceModel } from '../fakes/embed-sentences';
import { openEngineOnDisk, type EngineOnDisk } from '../fakes/engine-on-disk';
import { createFakeEmbedder, hashVector } from '../fakes/fake-embedder';
import { testSettings } from '../fakes/test-settings';
import { appendTurn } from '../fakes/whole-turn';

const { signal } = new AbortController();

async function openWithChat() {
  const disk = await openEngineOnDisk();
  const { engine, userId } = disk;
  const { id: sessionId } = await engine.createSession({ userId, recallScope: 'session' });
  return { disk, engine, userId, sessionId, place: { engine, userId, sessionId } };
}

/** Works off the embedding jobs that are due; the texts that were embedded. */
async function workOff({ engine, clock }: EngineOnDisk, model = sentenceModel): Promise<readonly string[]> {
  const embedder = createFakeEmbedder({ model });
  await workOffJobs(engine, embedder, { now: () => clock.now() });
  return embedder.documents;
}

const storedSentences = ({ database }: EngineOnDisk): readonly number[] =>
  database.prepare('SELECT length(sentences) FROM sentence_vectors ORDER BY id').pluck().all() as number[];

const long = 'The boiler was repaired on Friday. Do you like jazz? My sister Runa moved to Bergen.';

describe('the sentences of messages', () => {
  it('are embedded after the messages as a whole, and nothing is kept where a message is one sentence', async () => {
    const { disk, place } = await openWithChat();
    await appendTurn(place, { text: long, reply: 'Bergen is rainy.' });
    expect(await workOff(disk)).toEqual([
      `User: ${long}`,
      'Assistant: Bergen is rainy.',
      'User: The boiler was repaired on Friday.',
      'User: Do you like jazz?',
      'User: My sister Runa moved to Bergen.',
    ]);
    expect(storedSentences(disk)).toEqual([3 * (8 + 5), 0]);
  });

  it('are not embedded with a model that is asked about the whole alone', async () => {
    const { disk, place } = await openWithChat();
    await appendTurn(place, { text: long, reply: 'Bergen is rainy.' });
    expect(await workOff(disk, 'fake-8')).toHaveLength(2);
    expect(storedSentences(disk)).toEqual([]);
  });

  it('are not embedded in a script that the model cannot read', async () => {
    const { disk, place } = await openWithChat();
    await appendTurn(place, { text: '锅炉星期五修好了。我妹妹搬到卑尔根了。', reply: 'Good.' });
    expect(await workOff(disk)).toHaveLength(2);
    expect(storedSentences(disk)).toEqual([0, 0]);
  });

  it('of an equal message of the same user are not embedded twice', async () => {
    const { disk, engine, userId, place } = await openWithChat();
    await appendTurn(place, { text: long, reply: 'Fine.' });
    await workOff(disk);
    const other = await engine.createSession({ userId, recallScope: 'session' });
    await appendTurn({ ...place, sessionId: other.id }, { text: long, reply: 'Other.' });
    expect(await workOff(disk)).toEqual(['Assistant: Other.']);
    expect(storedSentences(disk)).toEqual([39, 0, 39, 0]);
  });

  it('that an earlier version did not embed are embedded once the program starts again', async () => {
    const { disk, engine, place } = await openWithChat();
    await appendTurn(place, { text: long, reply: 'Fine.' });
    await workOff(disk);
    disk.database.exec('DELETE FROM sentence_vectors');
    expect(await engine.enqueueMissingVectors({ model: sentenceModel })).toBe(1);
    expect(await workOff(disk)).toHaveLength(3);
    expect(storedSentences(disk)).toEqual([39, 0]);
    expect(await engine.enqueueMissingVectors({ model: sentenceModel })).toBe(0);
    // Lost again, by a damaged file say: the job that was done is done anew.
    disk.database.exec('DELETE FROM sentence_vectors');
    expect(await engine.enqueueMissingVectors({ model: sentenceModel })).toBe(1);
    expect(await workOff(disk)).toHaveLength(3);
  });

  it('are embedded in stretches, and how far that is can be told', async () => {
    const { disk, engine, userId, sessionId, place } = await openWithChat();
    for (let index = 0; index < 130; index += 1) {
      await appendTurn(place, {
        text: `Note ${String(index)} of this. And ledger ${String(index)}.`,
        reply: 'Noted.',
      });
    }
    const embedder = createFakeEmbedder({ model: sentenceModel });
    const job = { userId, sessionId } as Job;
    await createEmbedJob(engine, () => embedder)(job, signal);
    const sentences = createEmbedSentencesJob(engine, () => embedder);
    expect(await sentences(job, signal)).toBe('unfinished');
    for (;;) {
      const { id, kind } = (await engine.claimJob({ now: disk.clock.now() }))!;
      if (kind === 'embed-sentences') break;
      await engine.completeJob({ jobId: id });
    }
    const [running] = await engine.listJobs({ userId, embeddingModel: sentenceModel });
    expect(running).toMatchObject({ kind: 'embed-sentences', state: 'running' });
    expect(running?.progress?.total).toBe(260);
    expect(running?.progress?.done).toBeGreaterThanOrEqual(100);
    expect(running?.progress?.done).toBeLessThan(260);
    while ((await sentences(job, signal)) === 'unfinished');
    expect(storedSentences(disk)).toHaveLength(260);
  });

  it('go with their message, also while they are embedded', async () => {
    const { disk, engine, userId, sessionId, place } = await openWithChat();
    const { message } = await appendTurn(place, { text: long, reply: 'Fine.' });
    await engine.pendingChunks({ ...place, model: sentenceModel, limit: 10 }).then((chunks) =>
      engine.storeVectors({
        ...place,
        model: sentenceModel,
        chunkIds: chunks.map(({ chunkId }) => chunkId),
        vectors: chunks.map(({ text }) => hashVector(text, 8)),
      }),
    );
    const page = await engine.pendingSentences({ ...place, model: sentenceModel, after: 0, limit: 1 });
    const [pending] = page.chunks;
    disk.database.prepare('DELETE FROM messages WHERE id = ?').run(message.id);
    const vectors = pending!.texts.map((text) => hashVector(text, 8));
    await engine.storeSentences({ ...place, model: sentenceModel, chunks: [{ ...pending!, vectors }] });
    expect(storedSentences(disk)).toEqual([]);
    await embedSentences(engine, { userId, sessionId });
    expect(storedSentences(disk)).toEqual([0]);
  });

  it('bring a message nearer that says one thing among others', async () => {
    const { disk, engine, place } = await openWithChat();
    await appendTurn(place, { text: long, reply: 'Noted.' });
    for (let index = 0; index < 30; index += 1) {
      await appendTurn(place, {
        text: `Entry ${String(index)} of the ledger`,
        reply: `Sum ${String(index)}`,
      });
    }
    await workOff(disk);
    const nearnessTo = async (sentence: string): Promise<number> => {
      const queryVector: QueryVector = {
        kind: 'vector',
        model: sentenceModel,
        values: hashVector(sentence, 8),
      };
      const about = { ...place, query: 'Which of these is it?', queryVector, userMessageId: null };
      const { candidates } = await engine.recall({
        ...about,
        settings: testSettings({ bufferMessageLimit: 2 }),
      });
      const found = candidates.find(({ excerpt }) => excerpt.startsWith('The boiler'));
      return found?.parts.find(({ name }) => name === 'vector')?.value ?? 0;
    };
    const statement = 'User: My sister Runa moved to Bergen.';
    const question = 'User: Do you like jazz?';
    const [stated, asked] = [await nearnessTo(statement), await nearnessTo(question)];
    disk.database.exec('DELETE FROM sentence_vectors');
    expect(stated).toBeGreaterThan(await nearnessTo(statement));
    // What it asks is not what it says.
    expect(asked).toBeLessThan(stated);
  });
});
