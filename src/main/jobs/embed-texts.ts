import { AppError } from '../../shared/errors';
import type { Embedder } from '../memory/ports/embedder';
import { ofModel } from './of-model';

/** Embeds documents for a job; as many vectors as texts. */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<readonly Float32Array[]> {
  const vectors = await ofModel(() => embedder.embedDocuments(texts, { signal }));
  if (vectors.length === texts.length) return vectors;
  throw new AppError('bad-response', 'The embedder answered with the wrong number of vectors.');
}
