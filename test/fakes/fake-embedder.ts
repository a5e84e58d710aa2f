import { createHash } from 'node:crypto';
import type { Embedder } from '../../src/main/memory/ports/embedder';

/** An embedder of no meaning, which notes what it was given. */
export interface FakeEmbedder extends Embedder {
  /** Every document so far, in order. */
  readonly documents: readonly string[];
}

/** A unit vector made of a text's hash. */
export function hashVector(text: string, dimension: number): Float32Array {
  const digest = createHash('sha512').update(text).digest();
  const values = Float32Array.from({ length: dimension }, (_, index) => (digest[index % 64] ?? 0) - 127.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** Makes one; `before` runs ahead of every batch and may throw or wait. */
export function createFakeEmbedder(
  options: {
    readonly model?: string;
    readonly dimension?: number;
    readonly before?: (texts: readonly string[], signal: AbortSignal | undefined) => Promise<void>;
  } = {},
): FakeEmbedder {
  const { model = 'fake-8', dimension = 8, before = async () => undefined } = options;
  const documents: string[] = [];
  return {
    model,
    dimension,
    documents,
    embedQuery: async (text, { signal } = {}) => {
      await before([text], signal);
      return hashVector(text, dimension);
    },
    embedDocuments: async (texts, { signal } = {}) => {
      await before(texts, signal);
      documents.push(...texts);
      return texts.map((text) => hashVector(text, dimension));
    },
  };
}
