import { BUNDLED_WEIGHTS } from './bundled';
import type { RankingWeights } from '../ranking-weights';

/**
 * Weights where no embedder's vectors are at hand, but those of the words (`word-vectors.ts`).
 *
 * Those of the bundled embedder, unchanged: nothing was fitted (docs/evaluation.md). Single sentences are not looked at.
 */
export const WORD_VECTOR_WEIGHTS: RankingWeights = {
  ...BUNDLED_WEIGHTS,
  sentence: 0,
  floor: 0.6,
};
