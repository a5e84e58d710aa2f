import type { UserId } from '../../../shared/model/ids';

/** What a cached vector belongs to: caches are keyed by user (invariant 5). */
export interface EmbeddingCacheKey {
  readonly userId: UserId;
  readonly model: string;
  /** SHA-256 of the text in UTF-8, as hexadecimal digits. */
  readonly textHash: string;
}

/** Keeps vectors of texts already embedded; may forget any of them at any time. */
export interface EmbeddingCache {
  get(key: EmbeddingCacheKey): Promise<Float32Array | null>;
  set(key: EmbeddingCacheKey, vector: Float32Array): Promise<void>;
}
