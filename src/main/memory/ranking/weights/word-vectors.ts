import { BUNDLED_WEIGHTS } from './bundled';
import type { RankingWeights } from '../ranking-weights';

/**
 * Weights where no embedder's vectors are at hand, but those of the words (`word-vectors.ts`).
 *
 * Those of the bundled embedder, but that the mean of a text's words tells less than an embedder does (0.3 to 0.5 tried,
 * docs/evaluation.md). Single sentences are not looked at.
 */
export const WORD_VECTOR_WEIGHTS: RankingWeights = {
  ...BUNDLED_WEIGHTS,
  vector: 0.4,
  sentence: 0,
  floor: 0.55,
};
