import type { EmbedOptions, Embedder } from '../memory/ports/embedder';
import { BUNDLED_DIMENSION, BUNDLED_MODEL, loadBundledModel } from './bundled-model';
import type { EmbedBatch } from './bundled-model';
import { cancelledError } from './cancelled-error';
import { createEmbedQueue } from './embed-queue';
import { onlyVector } from './only-vector';

/**
 * The bundled model in the calling thread, for command lines; the app uses {@link createWorkerEmbedder}.
 *
 * The weights are loaded at the first text. `load` is replaced in tests only.
 */
export function createBundledEmbedder(load: () => Promise<EmbedBatch> = loadBundledModel): Embedder {
  const queue = createEmbedQueue(load);
  const embed = (
    texts: readonly string[],
    urgent: boolean,
    { signal }: EmbedOptions = {},
  ): Promise<readonly Float32Array[]> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(cancelledError());
        return;
      }
      const settled = (settle: () => void): void => {
        signal?.removeEventListener('abort', cancel);
        settle();
      };
      const remove = queue.add({
        texts,
        urgent,
        onDone: (vectors) => settled(() => resolve(vectors)),
        onError: (error) => settled(() => reject(error instanceof Error ? error : new Error(String(error)))),
      });
      const cancel = (): void => {
        remove();
        reject(cancelledError());
      };
      signal?.addEventListener('abort', cancel, { once: true });
    });
  return {
    model: BUNDLED_MODEL,
    dimension: BUNDLED_DIMENSION,
    embedQuery: async (text, options) => onlyVector(await embed([text], true, options)),
    embedDocuments: async (texts, options) => (texts.length === 0 ? [] : embed(texts, false, options)),
  };
}
