import type { RankingWeights } from './ranking-weights';
import { BUNDLED_WEIGHTS } from './weights/bundled';
import { GENERIC_WEIGHTS } from './weights/generic';
import { KEYWORD_ONLY_WEIGHTS } from './weights/keyword-only';
import { WORD_VECTOR_WEIGHTS } from './weights/word-vectors';

/** Name of the bundled embedder; the weights in `bundled.ts` are its own. */
const bundledModel = 'universal-sentence-encoder-lite';

/** Stands for the word vectors, which are at hand where no embedder's are. */
export const WORD_VECTORS = 'word-vectors';
/** Stands for full text alone, where these say nothing either: other languages. */
export const FULL_TEXT = 'full-text';

/** Letters beyond this share in other scripts than Latin make a text one that the bundled embedder cannot read. */
const foreignShare = 0.5;

/**
 * Whether an embedding model can tell what a text means. The bundled one learned English: of other scripts it knows no word,
 * so that its vectors of them are noise, and recall goes by words alone. Others are taken to know every script.
 */
export function readsScript(model: string, text: string): boolean {
  if (!model.startsWith(bundledModel)) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters - latin <= foreignShare * letters;
}

/** The weights that belong to an embedding model, or to what stands for none. */
export function weightsFor(model: string): RankingWeights {
  if (model === FULL_TEXT) return KEYWORD_ONLY_WEIGHTS;
  if (model === WORD_VECTORS) return WORD_VECTOR_WEIGHTS;
  return model.startsWith(bundledModel) ? BUNDLED_WEIGHTS : GENERIC_WEIGHTS;
}
