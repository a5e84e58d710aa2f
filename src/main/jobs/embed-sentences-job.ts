import type { Embedder } from '../memory/ports/embedder';
import type { Job } from '../memory/ports/job-queue';
import type { PendingSentences, VectorStore } from '../memory/ports/vector-store';
import { embedTexts } from './embed-texts';
import type { JobHandler } from './job-handler';

/** Chunks whose sentences are embedded at once; each has up to six, and they are short. */
const batchSize = 10;
/** After so many batches, a second or two, what else is due goes first. */
const batchesAtATime = 10;

/** Embeds the sentences of a session's messages, where the model is asked about them. */
export function createEmbedSentencesJob(
  store: Pick<VectorStore, 'pendingSentences' | 'storeSentences'>,
  currentEmbedder: (job: Job) => Embedder,
): JobHandler {
  return async (job, signal) => {
    const { userId, sessionId } = job;
    const embedder = currentEmbedder(job);
    const where = { userId, sessionId, model: embedder.model };
    let after = 0;
    for (let batch = 0; batch < batchesAtATime; batch += 1) {
      signal.throwIfAborted();
      const { chunks, through } = await store.pendingSentences({ ...where, after, limit: batchSize });
      await store.storeSentences({ ...where, chunks: await embedAll(embedder, chunks, signal) });
      if (through === null) return 'done';
      after = through;
    }
    return 'unfinished';
  };
}

async function embedAll(
  embedder: Embedder,
  chunks: readonly PendingSentences[],
  signal: AbortSignal,
): Promise<Parameters<VectorStore['storeSentences']>[0]['chunks']> {
  const texts = chunks.flatMap((chunk) => chunk.texts);
  const vectors = texts.length === 0 ? [] : await embedTexts(embedder, texts, signal);
  let used = 0;
  return chunks.map(({ chunkId, asks }) => {
    const from = used;
    used += asks.length;
    return { chunkId, asks, vectors: vectors.slice(from, used) };
  });
}
