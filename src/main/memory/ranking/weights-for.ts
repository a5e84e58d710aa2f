import type { RankingWeights } from './ranking-weights';
import { BUNDLED_WEIGHTS } from './weights/bundled';
import { GENERIC_WEIGHTS } from './weights/generic';
import { KEYWORD_ONLY_WEIGHTS } from './weights/keyword-only';

/** Name of the bundled embedder; the weights in `bundled.ts` are its own. */
const bundledModel = 'universal-sentence-encoder-lite';

/** The weights that belong to an embedding model; null stands for recall by keyword alone. */
export function weightsFor(model: string | null): RankingWeights {
  if (model === null) return KEYWORD_ONLY_WEIGHTS;
  return model.startsWith(bundledModel) ? BUNDLED_WEIGHTS : GENERIC_WEIGHTS;
}
