import { createHash } from 'node:crypto';
import type { UserId } from '../../shared/model/ids';
import type { EmbedOptions, Embedder } from '../memory/ports/embedder';
import type { EmbeddingCache, EmbeddingCacheKey } from '../memory/ports/embedding-cache';
import { onlyVector } from './only-vector';

/** What is put together. */
export interface CachedEmbedderParts {
  readonly embedder: Embedder;
  readonly cache: EmbeddingCache;
  /** The one user whose texts pass through: what one embedded is never found for another. */
  readonly userId: UserId;
}

/** An embedder that asks the inner one only for texts it has not embedded yet, each once. */
export function createCachedEmbedder({ embedder, cache, userId }: CachedEmbedderParts): Embedder {
  const { model, dimension, maxTokens } = embedder;
  const keyOf = (text: string): EmbeddingCacheKey => ({ userId, model, textHash: sha256(text) });

  const embed = async (
    texts: readonly string[],
    inner: (missing: readonly string[]) => Promise<readonly Float32Array[]>,
  ): Promise<readonly Float32Array[]> => {
    const unique = [...new Set(texts)];
    const cached = await Promise.all(unique.map((text) => cache.get(keyOf(text))));
    const known = new Map<string, Float32Array>();
    unique.forEach((text, index) => {
      const vector = cached[index];
      if (vector?.length === dimension) known.set(text, vector);
    });
    const missing = unique.filter((text) => !known.has(text));
    const made = missing.length === 0 ? [] : await inner(missing);
    await Promise.all(
      missing.map(async (text, index) => {
        const vector = made[index];
        if (vector === undefined) throw new Error('each text has a vector');
        known.set(text, vector);
        await cache.set(keyOf(text), vector);
      }),
    );
    // A copy each: a caller that writes into its vector must not change another's, nor the cache's.
    return texts.map((text) => Float32Array.from(known.get(text) ?? []));
  };

  return {
    model,
    dimension,
    maxTokens,
    embedQuery: async (text: string, options?: EmbedOptions) =>
      onlyVector(await embed([text], async () => [await embedder.embedQuery(text, options)])),
    embedDocuments: (texts, options) => embed(texts, (missing) => embedder.embedDocuments(missing, options)),
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
