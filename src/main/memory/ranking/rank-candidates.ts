import type { ScorePart } from '../../../shared/model/recall';
import { countAnswers } from './answer-score';
import { createDocumentReader, type DocumentReading } from './document-reading';
import { createTermReader, type TermReader } from './document-terms';
import { scoreKeywords } from './keyword-score';
import { createNeighbourhood, type NeighbourOf } from './neighbourhood';
import { stretched } from './normalise';
import type { CorpusStatistics, RankDocument, RankedDocument } from './rank-document';
import type { RankQuery } from './rank-query';
import type { RankingWeights } from './ranking-weights';
import { ranksInSession, sessionMeans } from './session-score';
import { scoreSpeaker } from './speaker-score';
import { scoreTime } from './time-score';

/** What {@link rankCandidates} needs: candidates and their neighbours alike are documents. */
export interface RankInput {
  readonly query: RankQuery;
  readonly documents: readonly RankDocument[];
  readonly statistics: CorpusStatistics;
  readonly weights: RankingWeights;
  /** From a `TermCache`, so that a message is read once and not at each query. */
  readonly readTerms?: TermReader;
  /** Only so many of the best are told of; all where absent. */
  readonly limit?: number;
}

/** One part of every document's score. */
interface Column {
  readonly name: ScorePart['name'];
  readonly values: ArrayLike<number>;
}

/** A text of this many words gets the whole boost for length. */
const FULL_LENGTH_WORDS = 60;
/** The first messages of a chat tell what it is about. */
const OPENING_MESSAGES = 2;

/**
 * Ranks messages for one query, best first; equal scores newest first.
 *
 * s = keyword b + vector stretched(nearness); s(i) += share s(i−1) + share s(i+1); then boosts for speaker, question,
 * length, time, the kind of answer, the opening of a chat, and for the session. Where several things are asked for,
 * each message counts for itself and chats take turns. The order of the documents given does not matter.
 */
export function rankCandidates(input: RankInput): readonly RankedDocument[] {
  const { query, statistics, limit = Infinity } = input;
  const { several } = query.needs;
  const weights = weightsOf(query, input.weights);
  const documents = input.documents.toSorted(byPath);
  const neighbourOf = createNeighbourhood(documents);
  const readTerms = input.readTerms ?? createTermReader();
  const readings = documents.map(createDocumentReader([...query.terms, ...query.pairs], readTerms));
  const keywords = scoreKeywords(query, readings, neighbourOf, statistics, weights);
  const cosines = stretched(documents.map((document) => nearnessOf(document, 'stating', weights)));
  const flowing = stretched(documents.map((document) => nearnessOf(document, 'any', weights)));

  const matched: readonly Column[] = [
    { name: 'keyword', values: keywords.fused.map((score) => weights.keyword * score) },
    { name: 'vector', values: cosines.map((score) => weights.vector * score) },
  ];
  // What a message asks is answered by its neighbour, and says nothing of itself.
  const matches = documents.map(
    (_, index) => weights.keyword * (keywords.fused[index] ?? 0) + weights.vector * (flowing[index] ?? 0),
  );
  const boosted: readonly Column[] = [
    ...matched,
    {
      name: 'neighbours',
      values: readings.map((_, index) => fromNeighbours(index, readings, matches, neighbourOf, weights)),
    },
    ...boostsOf(documents, readings, query, weights),
  ];
  const boostedScores = sumOf(boosted, documents.length);
  const sessions = sessionMeans(documents, boostedScores);
  const unspread: readonly Column[] = [
    ...boosted,
    { name: 'session', values: sessions.map((mean) => weights.session * mean) },
  ];
  const columns = several
    ? [...unspread, spreadOver(documents, sumOf(unspread, documents.length), input.weights.several.spread)]
    : unspread;
  const scores = sumOf(columns, documents.length);

  return bestFirst(documents, scores, limit).map((index) => ({
    seq: (documents[index] as RankDocument).seq,
    score: scores[index] ?? 0,
    parts: columns.map(({ name, values }) => ({ name, value: values[index] ?? 0 })),
    cosine: documents[index]?.cosine ?? null,
    bm25: keywords.bm25[index] ?? null,
    coverage: keywords.coverage[index] ?? 0,
  }));
}

/** How near a message is in meaning: it as a whole, and its nearest sentence of all or of those that state something. */
function nearnessOf(
  { cosine, sentences }: RankDocument,
  kind: 'stating' | 'any',
  { sentence }: RankingWeights,
): number | null {
  if (cosine === null || sentences === null) return cosine;
  return (1 - sentence) * cosine + sentence * sentences[kind];
}

/** The weights for this kind of question. */
function weightsOf({ needs, asksWhen }: RankQuery, weights: RankingWeights): RankingWeights {
  const vector = asksWhen ? weights.vector * weights.vectorOfWhen : weights.vector;
  const flow = needs.judgement ? weights.ofJudgement : 1;
  return {
    ...weights,
    vector,
    fromPrevious: flow * weights.fromPrevious,
    fromQuestion: flow * weights.fromQuestion,
    fromNext: flow * weights.fromNext,
    ...(needs.several ? weights.several : {}),
  };
}

function boostsOf(
  documents: readonly RankDocument[],
  readings: readonly DocumentReading[],
  query: RankQuery,
  weights: RankingWeights,
): readonly Column[] {
  const asksForKind = query.needs.place || query.needs.number || query.needs.title;
  return [
    { name: 'speaker', values: documents.map((each) => scoreSpeaker(each, query.speakers, weights)) },
    {
      name: 'question',
      values: readings.map(({ endsAsking }) => (endsAsking ? weights.asking : 0)),
    },
    {
      name: 'length',
      values: readings.map(
        ({ wordCount }) =>
          weights.length * Math.min(1, Math.log(1 + wordCount) / Math.log(FULL_LENGTH_WORDS)),
      ),
    },
    { name: 'time', values: documents.map((each) => scoreTime(each, query, weights)) },
    {
      name: 'answer',
      values: documents.map((document) =>
        asksForKind ? weights.answer * countAnswers(query.needs, document.text) : 0,
      ),
    },
    {
      name: 'opening',
      values: documents.map(({ position }) => (position <= OPENING_MESSAGES ? weights.opening : 0)),
    },
  ];
}

/** Each message gives way a little to better ones of its chat, so that other chats come up too. */
function spreadOver(documents: readonly RankDocument[], scores: ArrayLike<number>, spread: number): Column {
  return { name: 'spread', values: ranksInSession(documents, scores).map((rank) => -spread * rank) };
}

/** What flows in from the message before, more after a question, and from the message after. */
function fromNeighbours(
  index: number,
  readings: readonly DocumentReading[],
  scores: ArrayLike<number>,
  neighbourOf: NeighbourOf,
  weights: RankingWeights,
): number {
  const previous = neighbourOf(index, -1);
  const next = neighbourOf(index, 1);
  const share =
    previous !== null && readings[previous]?.asks === true ? weights.fromQuestion : weights.fromPrevious;
  return (
    share * (previous === null ? 0 : (scores[previous] ?? 0)) +
    weights.fromNext * (next === null ? 0 : (scores[next] ?? 0))
  );
}

/** The places of the best documents, the highest score first, of equal ones the newest. */
function bestFirst(
  documents: readonly RankDocument[],
  scores: ArrayLike<number>,
  limit: number,
): readonly number[] {
  // Numbers alone are sorted many times faster than documents.
  const lowest = Float64Array.from(scores).sort()[documents.length - limit] ?? -Infinity;
  const places: number[] = [];
  for (let index = 0; index < documents.length; index += 1) {
    if ((scores[index] ?? 0) >= lowest) places.push(index);
  }
  const newestFirst = (left: RankDocument, right: RankDocument): number =>
    right.createdAt - left.createdAt || left.seq - right.seq;
  return places
    .sort(
      (left, right) =>
        (scores[right] ?? 0) - (scores[left] ?? 0) ||
        newestFirst(documents[left] as RankDocument, documents[right] as RankDocument),
    )
    .slice(0, limit);
}

function byPath(left: RankDocument, right: RankDocument): number {
  return compare(left.sessionId, right.sessionId) || left.position - right.position || left.seq - right.seq;
}

function sumOf(columns: readonly Column[], length: number): Float64Array {
  const sums = new Float64Array(length);
  for (const { values } of columns) {
    for (let index = 0; index < length; index += 1) sums[index] = (sums[index] ?? 0) + (values[index] ?? 0);
  }
  return sums;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
