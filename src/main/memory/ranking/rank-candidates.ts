import type { ScorePart } from '../../../shared/model/recall';
import { createDocumentReader, type DocumentReading } from './document-reading';
import { createTermReader, type DocumentTerms } from './document-terms';
import { scoreKeywords } from './keyword-score';
import { createNeighbourhood, type NeighbourOf } from './neighbourhood';
import { stretched } from './normalise';
import type { CorpusStatistics, RankDocument, RankedDocument } from './rank-document';
import type { RankQuery } from './rank-query';
import type { RankingWeights } from './ranking-weights';
import { sessionMeans } from './session-score';
import { scoreSpeaker } from './speaker-score';
import { scoreTime } from './time-score';

/** What {@link rankCandidates} needs: candidates and their neighbours alike are documents. */
export interface RankInput {
  readonly query: RankQuery;
  readonly documents: readonly RankDocument[];
  readonly statistics: CorpusStatistics;
  readonly weights: RankingWeights;
  /** From a `TermCache`, so that a message is read once and not at each query. */
  readonly readTerms?: (document: RankDocument) => DocumentTerms;
}

/** A text of this many words gets the whole boost for length. */
const FULL_LENGTH_WORDS = 60;

/**
 * Ranks messages for one query, best first; equal scores newest first.
 *
 * s = keyword b + vector stretched(cosine); s(i) += share s(i−1) + share s(i+1); then boosts for speaker, question,
 * length, time, and for the session. The order of the documents given does not matter.
 */
export function rankCandidates(input: RankInput): readonly RankedDocument[] {
  const { query, statistics, weights } = input;
  const documents = input.documents.toSorted(byPath);
  const neighbourOf = createNeighbourhood(documents);
  const readTerms = input.readTerms ?? createTermReader();
  const readings = documents.map(createDocumentReader([...query.terms, ...query.pairs], readTerms));
  const keywords = scoreKeywords(query, readings, neighbourOf, statistics, weights);
  const cosines = stretched(documents.map((document) => document.cosine));

  const parts = documents.map((_, index): readonly ScorePart[] => [
    { name: 'keyword', value: weights.keyword * (keywords.fused[index] ?? 0) },
    { name: 'vector', value: weights.vector * (cosines[index] ?? 0) },
  ]);
  const matched = parts.map(sumOf);
  const boosted = documents.map((document, index): readonly ScorePart[] => [
    ...(parts[index] ?? []),
    { name: 'neighbours', value: fromNeighbours(index, documents, matched, neighbourOf, weights) },
    ...boostsOf(document, readings[index], query, weights),
  ]);
  const sessions = sessionMeans(documents, boosted.map(sumOf));

  return documents
    .map((document, index): RankedDocument & { readonly createdAt: number } => {
      const all = [
        ...(boosted[index] ?? []),
        { name: 'session', value: weights.session * (sessions[index] ?? 0) } as const,
      ];
      return {
        id: document.id,
        score: sumOf(all),
        parts: all,
        cosine: document.cosine,
        bm25: keywords.bm25[index] ?? null,
        coverage: keywords.coverage[index] ?? 0,
        createdAt: document.createdAt,
      };
    })
    .sort(
      (left, right) =>
        right.score - left.score || right.createdAt - left.createdAt || compare(left.id, right.id),
    )
    .map(({ createdAt: _, ...ranked }) => ranked);
}

function boostsOf(
  document: RankDocument,
  reading: DocumentReading | undefined,
  query: RankQuery,
  weights: RankingWeights,
): readonly ScorePart[] {
  const words = reading?.wordCount ?? 0;
  return [
    { name: 'speaker', value: scoreSpeaker(document, query.speakers, weights) },
    { name: 'question', value: /[?？]\s*$/.test(document.text) ? weights.asking : 0 },
    {
      name: 'length',
      value: weights.length * Math.min(1, Math.log(1 + words) / Math.log(FULL_LENGTH_WORDS)),
    },
    { name: 'time', value: scoreTime(document, query, weights) },
  ];
}

/** What flows in from the message before, more after a question, and from the message after. */
function fromNeighbours(
  index: number,
  documents: readonly RankDocument[],
  scores: readonly number[],
  neighbourOf: NeighbourOf,
  weights: RankingWeights,
): number {
  const previous = neighbourOf(index, -1);
  const next = neighbourOf(index, 1);
  const asks = previous !== null && /[?？]/.test(documents[previous]?.text ?? '');
  const share = asks ? weights.fromQuestion : weights.fromPrevious;
  return (
    share * (previous === null ? 0 : (scores[previous] ?? 0)) +
    weights.fromNext * (next === null ? 0 : (scores[next] ?? 0))
  );
}

function byPath(left: RankDocument, right: RankDocument): number {
  return (
    compare(left.sessionId, right.sessionId) || left.position - right.position || compare(left.id, right.id)
  );
}

function sumOf(parts: readonly ScorePart[]): number {
  return parts.reduce((sum, part) => sum + part.value, 0);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
