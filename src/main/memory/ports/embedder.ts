/** How a call to an embedder may end early. */
export interface EmbedOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Turns text into vectors of one model.
 *
 * Every vector has unit length and exactly `dimension` finite numbers, so that a dot product is a cosine. Throws
 * AppErrors only: `cancelled` after an abort, `worker-lost`, `not-found` (missing weights), `auth`, `rate-limit`,
 * `quota`, `server`, `network`, `timeout`, `bad-response`.
 */
export interface Embedder {
  /** Names the model in storage: vectors of different names are never compared. */
  readonly model: string;
  readonly dimension: number;
  /** Longest text it reads whole, in its own tokens; undefined where it has no limit. */
  readonly maxTokens?: number | undefined;
  /** One query, ahead of any documents that wait. */
  embedQuery(text: string, options?: EmbedOptions): Promise<Float32Array>;
  /** Documents, answered in their order; any number. */
  embedDocuments(texts: readonly string[], options?: EmbedOptions): Promise<readonly Float32Array[]>;
}
