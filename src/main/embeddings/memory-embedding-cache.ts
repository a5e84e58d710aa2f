import { LRUCache } from 'lru-cache';
import type { EmbeddingCache, EmbeddingCacheKey } from '../memory/ports/embedding-cache';

/** A cache that lives as long as the process and forgets what was not asked for longest; meant for queries. */
export function createMemoryEmbeddingCache(maxEntries = 500): EmbeddingCache {
  const vectors = new LRUCache<string, Float32Array>({ max: maxEntries });
  const keyOf = ({ userId, model, textHash }: EmbeddingCacheKey): string =>
    JSON.stringify([userId, model, textHash]);
  return {
    get: (key) => {
      const vector = vectors.get(keyOf(key));
      return Promise.resolve(vector === undefined ? null : vector.slice());
    },
    set: (key, vector) => {
      vectors.set(keyOf(key), vector.slice());
      return Promise.resolve();
    },
  };
}
