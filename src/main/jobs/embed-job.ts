import type { Embedder } from '../memory/ports/embedder';
import type { Job } from '../memory/ports/job-queue';
import type { VectorStore } from '../memory/ports/vector-store';
import { embedTexts } from './embed-texts';
import type { JobHandler } from './job-handler';

/** Texts embedded at once; a stop waits for one batch at most. */
const batchSize = 20;

/** Embeds whatever a session's messages lack, batch by batch; each batch stored is never embedded again. */
export function createEmbedJob(store: VectorStore, currentEmbedder: (job: Job) => Embedder): JobHandler {
  return async (job, signal) => {
    const { userId, sessionId } = job;
    const embedder = currentEmbedder(job);
    const where = { userId, sessionId, model: embedder.model };
    for (;;) {
      signal.throwIfAborted();
      const pending = await store.pendingChunks({ ...where, limit: batchSize });
      if (pending.length === 0) return;
      const texts = pending.map((chunk) => chunk.text);
      const vectors = await embedTexts(embedder, texts, signal);
      await store.storeVectors({ ...where, chunkIds: pending.map((chunk) => chunk.chunkId), vectors });
    }
  };
}
