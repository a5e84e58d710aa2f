import type { RankingWeights } from '../ranking-weights';

/**
 * Weights for the bundled 512-d English embedder.
 *
 * The recipe's published start, moved a little where three development conversations of LoCoMo agreed
 * (docs/evaluation.md). The embedder alone is weak, so it weighs no more than the words.
 */
export const BUNDLED_WEIGHTS: RankingWeights = {
  saturation: 0.9,
  lengthPenalty: 0.75,
  pair: 0.5,
  windowRadius: 3,
  window: 0.7,
  keyword: 0.5,
  vector: 0.5,
  vectorOfWhen: 0.7,
  sentence: 0.7,
  fromPrevious: 0.25,
  fromQuestion: 0.45,
  fromNext: 0.2,
  ofJudgement: 0.5,
  speaker: 0.3,
  asking: -0.1,
  length: 0.3,
  time: 0.15,
  answer: 0.2,
  opening: 0.1,
  namedDate: 0.4,
  writtenDate: 0.24,
  session: 0.4,
  several: { fromPrevious: 0.05, fromQuestion: 0.25, session: 0, spread: 0.04 },
  floor: 0.6,
};
