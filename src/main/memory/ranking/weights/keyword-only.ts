import type { RankingWeights } from '../ranking-weights';

/**
 * Weights where no vectors are at hand.
 *
 * Fitted apart on the same development conversations: the words alone spread over a wider range than words and
 * cosine together, so they weigh less beside the other signs, which then decide more.
 */
export const KEYWORD_ONLY_WEIGHTS: RankingWeights = {
  saturation: 0.9,
  lengthPenalty: 0.75,
  pair: 0.5,
  windowRadius: 3,
  window: 0.6,
  keyword: 0.6,
  vector: 0,
  vectorOfWhen: 0.7,
  sentence: 0,
  fromPrevious: 0.25,
  fromQuestion: 0.5,
  fromNext: 0.15,
  ofJudgement: 0.5,
  speaker: 0.3,
  asking: -0.1,
  length: 0.3,
  time: 0.15,
  answer: 0.2,
  opening: 0.1,
  namedDate: 0.4,
  writtenDate: 0.24,
  session: 0.3,
  several: { fromPrevious: 0.05, fromQuestion: 0.25, session: 0, spread: 0.04 },
  floor: 0.4,
};
