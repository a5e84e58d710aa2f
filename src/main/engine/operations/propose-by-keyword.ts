import { buildRecallQuery, tellingTerms, type RecallScope } from '../../memory/text/fts-query';
import type { RecallReader } from '../../storage/tables/recall-reader';

/** What full text proposes for a question. */
export interface KeywordProposal {
  /** Row numbers, best first. */
  readonly rows: readonly number[];
  /** In how many messages of the scope each term occurs; of common ones an estimate. */
  readonly documentFrequency: ReadonlyMap<string, number>;
}

interface Question {
  readonly text: string;
  readonly authors: readonly string[];
  /** The terms that are scored. */
  readonly terms: readonly string[];
}

/** Rows taken from full text. */
const proposedRows = 120;
/** Matches of one term that are counted; beyond, how densely they stand tells how many there are. */
const countedMatches = 2_000;
/** Matches that full text ranks for one question: each costs 2 µs. */
const rankedMatches = 1_200;
/** Where even the rarest term stands in more messages, the newest of them are as good as any. */
const commonMatches = 4_000;

/**
 * The messages that hold a question's words. The rarest words decide which are looked at, as many words as fit the
 * limit of {@link rankedMatches}; common ones still count where the messages are scored.
 */
export function proposeByKeyword(
  recall: RecallReader,
  question: Question,
  scope: RecallScope,
  documentCount: number,
): KeywordProposal {
  const telling = tellingTerms(question.text, question.authors);
  const documentFrequency = new Map(
    [...new Set([...telling, ...question.terms])].map((term) => [
      term,
      frequencyOf(recall, term, scope, documentCount),
    ]),
  );
  const rarestFirst = telling
    .map((term) => ({ term, frequency: documentFrequency.get(term) ?? 0 }))
    .filter(({ frequency }) => frequency > 0)
    .toSorted((a, b) => a.frequency - b.frequency);
  const [rarest] = rarestFirst;
  if (rarest === undefined) return { rows: [], documentFrequency };
  let matches = 0;
  const fitting = rarestFirst.filter(({ frequency }) => {
    matches += frequency;
    return matches <= rankedMatches;
  });
  const asked = fitting.length > 0 ? fitting : [rarest];
  const query = buildRecallQuery(
    asked.map(({ term }) => term),
    scope,
  );
  if (query === null) return { rows: [], documentFrequency };
  const propose = rarest.frequency > commonMatches ? recall.proposeNewest : recall.propose;
  return { rows: propose(query, proposedRows), documentFrequency };
}

function frequencyOf(recall: RecallReader, term: string, scope: RecallScope, documentCount: number): number {
  const query = buildRecallQuery([term], scope);
  if (query === null) return 0;
  const { count, span } = recall.countNewest(query, countedMatches);
  if (count < countedMatches || scope.sessionId !== null) return count;
  return Math.max(
    count,
    Math.min(documentCount, Math.round((count * documentCount) / Math.max(count, span))),
  );
}
