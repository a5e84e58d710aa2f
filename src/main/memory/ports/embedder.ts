/** One answered request of an embedder that asks a server. */
export interface EmbedRequest {
  /** As the server names it. */
  readonly model: string;
  /** Whether the server runs on this computer. */
  readonly isLocal: boolean;
  readonly texts: readonly string[];
  /** As the server counted them; null where it did not. */
  readonly promptTokens: number | null;
}

/** What a call to an embedder may be given. */
export interface EmbedOptions {
  /** Ends it early. */
  readonly signal?: AbortSignal | undefined;
  /** Told of every request that a server answered; an embedder of this program's own makes none. */
  readonly onRequest?: ((request: EmbedRequest) => void) | undefined;
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
