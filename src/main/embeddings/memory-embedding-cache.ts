import { LRUCache } from 'lru-cache';
import type { UserId } from '../../shared/model/ids';
import type { EmbeddingCache, EmbeddingCacheKey } from '../memory/ports/embedding-cache';

/** An {@link EmbeddingCache} that a user can be taken out of. */
export interface MemoryEmbeddingCache extends EmbeddingCache {
  forgetUser(userId: UserId): void;
}

/** A cache that lives as long as the process and forgets what was not asked for longest; meant for queries. */
export function createMemoryEmbeddingCache(maxEntries = 500): MemoryEmbeddingCache {
  const vectors = new LRUCache<string, Float32Array>({ max: maxEntries });
  const startOf = (userId: UserId): string => `[${JSON.stringify(userId)},`;
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
    forgetUser: (userId) => {
      for (const key of [...vectors.keys()]) if (key.startsWith(startOf(userId))) vectors.delete(key);
    },
  };
}
