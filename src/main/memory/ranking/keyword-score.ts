import { inverseDocumentFrequency, termSaturation, type Bm25Settings } from './bm25';
import type { DocumentReading } from './document-reading';
import type { NeighbourOf } from './neighbourhood';
import { shareOfBest } from './normalise';
import type { CorpusStatistics } from './rank-document';
import { isUnspaced } from '../text/split-words';
import type { RankQuery } from './rank-query';
import type { RankingWeights } from './ranking-weights';

/** What BM25 needs of a text. */
type CountedTerms = Pick<DocumentReading, 'occurrences' | 'length'>;

/** How well the words of each document match the query. */
export interface KeywordScores {
  /** Message and window together, 1 for the best document. */
  readonly fused: readonly number[];
  /** BM25 of each message alone; null where nothing matched. */
  readonly bm25: readonly (number | null)[];
  /** Share of the query's weight that each message holds, 0–1. */
  readonly coverage: readonly number[];
}

/**
 * Scores documents by words: b = shareOfBest(shareOfBest(BM25 of the message) + w shareOfBest(BM25 of the window)).
 *
 * The window of a message is what stands at most `windowRadius` places from it, read as one text: in a
 * conversation the question holds the words and the next message the answer.
 */
export function scoreKeywords(
  query: RankQuery,
  readings: readonly DocumentReading[],
  neighbourOf: NeighbourOf,
  statistics: CorpusStatistics,
  weights: RankingWeights,
): KeywordScores {
  const featureWeights = weighFeatures(query, readings, statistics, weights);
  const averageLength =
    readings.reduce((sum, reading) => sum + reading.length, 0) / Math.max(1, readings.length);
  const settings: Bm25Settings = { ...weights, averageLength };
  const spread = 2 * weights.windowRadius + 1;
  const windowSettings: Bm25Settings = { ...weights, averageLength: averageLength * spread };

  const own = readings.map((reading) => bm25(reading, featureWeights, settings));
  const readWindow = createWindowReader(readings, neighbourOf, weights.windowRadius);
  const windows = readings.map((_, index) => bm25(readWindow(index), featureWeights, windowSettings));
  const ownShare = shareOfBest(own);
  const windowShare = shareOfBest(windows);
  const askedWeights = coveredWeights(query, readings, statistics, featureWeights);
  return {
    fused: shareOfBest(ownShare.map((share, index) => share + weights.window * (windowShare[index] ?? 0))),
    bm25: own.map((score) => (score > 0 ? score : null)),
    coverage: readings.map((reading) => coverage(reading, askedWeights)),
  };
}

/** Terms first, then pairs, as the readings count them. A pair is never rarer than what the documents show. */
function weighFeatures(
  query: RankQuery,
  readings: readonly DocumentReading[],
  statistics: CorpusStatistics,
  weights: RankingWeights,
): readonly number[] {
  const count = Math.max(statistics.documentCount, readings.length);
  return [...query.terms, ...query.pairs].map((feature, index) => {
    const seen = readings.reduce((sum, reading) => sum + ((reading.occurrences[index] ?? 0) > 0 ? 1 : 0), 0);
    const occursIn = Math.max(seen, statistics.documentFrequency.get(feature) ?? 0);
    const scale = index < query.terms.length ? (query.termWeights[index] ?? 1) : weights.pair;
    return scale * inverseDocumentFrequency(count, occursIn);
  });
}

function bm25(reading: CountedTerms, featureWeights: readonly number[], settings: Bm25Settings): number {
  let score = 0;
  for (let index = 0; index < featureWeights.length; index += 1) {
    const occurrences = reading.occurrences[index] ?? 0;
    if (occurrences === 0) continue;
    score += (featureWeights[index] ?? 0) * termSaturation(occurrences, reading.length, settings);
  }
  return score;
}

/** Reads the window of one message after the other; what it gives holds until the next is read. */
function createWindowReader(
  readings: readonly DocumentReading[],
  neighbourOf: NeighbourOf,
  radius: number,
): (index: number) => CountedTerms {
  const occurrences = (readings[0]?.occurrences ?? []).map(() => 0);
  return (index) => {
    occurrences.fill(0);
    let length = 0;
    for (let offset = -radius; offset <= radius; offset += 1) {
      const at = neighbourOf(index, offset);
      const reading = at === null ? undefined : readings[at];
      if (reading === undefined) continue;
      length += reading.length;
      for (let feature = 0; feature < occurrences.length; feature += 1) {
        occurrences[feature] = (occurrences[feature] ?? 0) + (reading.occurrences[feature] ?? 0);
      }
    }
    return { occurrences, length };
  };
}

/** A guess, or a pair of characters, that nobody ever wrote is likely no word, and little is missing without it. */
const unwrittenShare = 0.2;

/** What each term counts in the share of a query that a message holds. */
function coveredWeights(
  query: RankQuery,
  readings: readonly DocumentReading[],
  statistics: CorpusStatistics,
  featureWeights: readonly number[],
): readonly number[] {
  return query.terms.map((term, index) => {
    const weight = featureWeights[index] ?? 0;
    const isSure = query.termWeights[index] === 1 && !isUnspaced(term);
    if (isSure || (statistics.documentFrequency.get(term) ?? 0) > 0) return weight;
    return readings.some((reading) => (reading.occurrences[index] ?? 0) > 0)
      ? weight
      : weight * unwrittenShare;
  });
}

function coverage(reading: DocumentReading, askedWeights: readonly number[]): number {
  let held = 0;
  let all = 0;
  for (let index = 0; index < askedWeights.length; index += 1) {
    const weight = askedWeights[index] ?? 0;
    all += weight;
    if ((reading.occurrences[index] ?? 0) > 0) held += weight;
  }
  return all > 0 ? held / all : 0;
}
