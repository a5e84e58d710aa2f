import { BUNDLED_WEIGHTS } from './bundled';
import type { RankingWeights } from '../ranking-weights';

/**
 * Weights for an embedder that has no file of its own, mostly large hosted ones.
 *
 * Not measured with such a model; its sentences are not embedded, which would cost, and it reads long texts better. They are better than the bundled one, so the vector weighs a little more; the
 * rest does not depend on the embedder.
 */
export const GENERIC_WEIGHTS: RankingWeights = { ...BUNDLED_WEIGHTS, keyword: 0.4, vector: 0.6, sentence: 0 };
