import type { ScorePart } from '../../../shared/model/recall';
import type { SessionId, UserId } from '../../../shared/model/ids';
import { keywordFocus } from '../../memory/recall/keyword-focus';
import { rankCandidates } from '../../memory/ranking/rank-candidates';
import { withConfidence } from '../../memory/ranking/confidence';
import type { RankDocument, RankedDocument } from '../../memory/ranking/rank-document';
import { readQuery } from '../../memory/ranking/rank-query';
import { FULL_TEXT, weightsFor } from '../../memory/ranking/weights-for';
import type { MemoryReader } from '../../memory/ports/recall';
import type { QueryScope, RecallScope } from '../../memory/text/fts-query';
import type { FoundMessage, FoundPlace, FoundRow } from '../../storage/tables/recall-reader';
import type { EngineParts } from '../engine-parts';
import { createFoundTexts, type FoundTexts } from './found-texts';
import type { Nearest, SearchVector } from './nearest-messages';
import { nearSentencesOf } from './nearest-sentences';
import { proposeByKeyword } from './propose-by-keyword';
import { searchByMeaning, type MeaningSearch } from './search-by-meaning';
import { toDocument } from './to-document';

/** A message that recall considers, with every part of its score. */
export interface RankedCandidate {
  readonly row: FoundMessage;
  readonly score: number;
  readonly vector: number | null;
  readonly bm25: number | null;
  readonly parts: readonly ScorePart[];
  /** Where in the message its best chunk begins. */
  readonly focus: number;
}

/** What was found, best first. */
export interface Gathered {
  readonly ranked: readonly RankedCandidate[];
  readonly floor: number;
  /** The floor for one candidate: a lower one where it has no vector. */
  readonly floorOf: (candidate: RankedCandidate) => number;
  /** Milliseconds of both searches. */
  readonly searchTimes: { readonly keyword: number; readonly vector?: number };
  /** What was searched by: an embedder's model, or what stands for none. */
  readonly model: string;
  /** Whether the question's vector had a say. */
  readonly usesVectors: boolean;
  /** Why a vector that was given had none; null where it had, or none was given. */
  readonly vectorsUnfit: MeaningSearch['vectorsUnfit'];
}

interface GatherInput extends Pick<
  Parameters<MemoryReader['recall']>[0],
  'userId' | 'query' | 'queryVector' | 'userMessageId'
> {
  /** Null is all the user's chats. */
  readonly scope: SessionId | null;
  /** Rows that are to be as if they were not there; none where absent. */
  readonly isLeftOut?: (row: FoundRow) => boolean;
}

/** Messages a ranking tells of: those below are too far from being sent to be of interest. */
const reported = 50;
/** The first of them, of which some are sent: where their words stand is looked for in those that are long. */
const focused = 24;
const longCharacters = 800;
/** Authors whose names a question is searched for. */
export const maxAuthors = 200;

/**
 * Finds candidates by keyword and by meaning, re-reads them and their neighbours as the user's own, and ranks
 * them. Both indexes only propose: what is scored comes from the log.
 */
export async function gatherCandidates(parts: EngineParts, input: GatherInput): Promise<Gathered> {
  const { userId, query, queryVector } = input;
  const { recall } = parts.tables;
  const isOnlyUser = !recall.hasOtherUsers(userId);
  const scope: RecallScope = { userId, sessionId: input.scope, isOnlyUser };
  const authors = recall.authorsOf(userId, maxAuthors);
  const rankQuery = readQuery({ text: query, askedAt: parts.clock.now(), authors });
  const meaning = await searchByMeaning(parts, scope, { text: query, queryVector, authors });
  const { vector, weights, vectorsUnfit } = meaning;
  const usesVectors = vector !== null;

  const documentCount = recall.countMessages(userId, input.scope);
  const question = { text: query, authors, terms: rankQuery.terms };
  const { clock } = parts;
  const start = clock.monotonic();
  const { rows: matches, documentFrequency } = proposeByKeyword(recall, question, scope, documentCount);
  const searched = clock.monotonic();
  const near = meaning.search();
  const neared = clock.monotonic();
  const proposed = [...matches, ...near.proposed];
  // The question itself is in the log already, and would be its own best match.
  const [asking] = input.userMessageId === null ? [] : recall.seqsOf(userId, [input.userMessageId]);
  const rows = readRows(parts, scope, proposed, weights.windowRadius).filter(
    (row) => row.seq !== asking && input.isLeftOut?.(row) !== true,
  );
  const texts = createFoundTexts(recall, userId, rows);
  const documents = documentsOf(parts, userId, { rows, texts, near, vector });
  const statistics = { documentCount, documentFrequency };

  const readTerms = parts.memories.termsOf(userId);
  const scored = rankCandidates({
    query: rankQuery,
    documents,
    statistics,
    weights,
    readTerms,
    limit: reported,
  });
  const told = withConfidence(scored.map(meaning.describe), { byCosine: usesVectors });
  const ranked = withTexts(parts, userId, told, { rows, texts }).map(({ document, row }, place) => {
    const { score, cosine, bm25, parts: scoreParts } = document;
    const isLong = place < focused && row.content.length > longCharacters;
    const { focus = isLong ? keywordFocus(row.content, rankQuery.terms) : 0 } =
      (usesVectors ? near.byRow.get(row.seq) : undefined) ?? {};
    return { row, score, vector: cosine, bm25, parts: scoreParts, focus };
  });
  return {
    ranked,
    model: meaning.model,
    usesVectors,
    vectorsUnfit,
    searchTimes: {
      keyword: searched - start,
      ...(weights.vector > 0 ? { vector: neared - searched } : {}),
    },
    ...floorsFor(parts, userId, meaning),
  };
}

/** The rows as the ranking reads them; how near their sentences are is looked up where that is known of the whole. */
function documentsOf(
  parts: EngineParts,
  userId: UserId,
  given: {
    readonly rows: readonly FoundRow[];
    readonly texts: FoundTexts;
    readonly near: Nearest;
    readonly vector: SearchVector | null;
  },
): readonly RankDocument[] {
  const { rows, texts, near, vector } = given;
  const known = new Map(
    rows.flatMap(({ seq }) => {
      const message = near.byRow.get(seq);
      return message === undefined ? [] : [[seq, message] as const];
    }),
  );
  const sentences = vector === null ? null : nearSentencesOf(parts, userId, vector, known);
  return rows.map((row) => toDocument(row, texts, known.get(row.seq), sentences?.get(row.seq)));
}

/** What is told of, each with its row, its id and its text. */
function withTexts(
  { tables }: EngineParts,
  userId: UserId,
  documents: readonly RankedDocument[],
  { rows, texts }: { readonly rows: readonly FoundRow[]; readonly texts: FoundTexts },
): readonly { readonly document: RankedDocument; readonly row: FoundMessage }[] {
  const seqs = documents.map(({ seq }) => seq);
  const ids = tables.recall.idsOf(userId, seqs);
  const told = new Map(rows.flatMap((row) => (ids.has(row.seq) ? [[row.seq, row] as const] : [])));
  texts.read([...told.values()]);
  return documents.flatMap((document) => {
    const [row, id] = [told.get(document.seq), ids.get(document.seq)];
    if (row === undefined || id === undefined) return [];
    return [{ document, row: { ...row, id, content: texts.of(row) } }];
  });
}

function floorsFor(
  parts: EngineParts,
  userId: UserId,
  { vector, model }: MeaningSearch,
): Pick<Gathered, 'floor' | 'floorOf'> {
  const floor = floorInForce(parts, userId, model);
  // What has no vector yet is judged by its words alone.
  const unembedded = vector === null ? floor : Math.min(floor, floorInForce(parts, userId, FULL_TEXT));
  return { floor, floorOf: (candidate) => (candidate.vector === null ? unembedded : floor) };
}

/** The floor of an embedder, or of what stands for none: the one measured on the user's own messages, where there is one. */
export function floorInForce({ tables }: EngineParts, userId: UserId, model: string): number {
  const measured = tables.settings.measuredFloors() ? tables.floors.floorOf(userId, model) : null;
  return measured ?? weightsFor(model).floor;
}

/** The proposed rows and those within a few places of them on their paths. */
function readRows(
  parts: EngineParts,
  scope: QueryScope,
  seqs: readonly number[],
  radius: number,
): readonly FoundRow[] {
  const { recall } = parts.tables;
  const places = recall.placesOf(scope.userId, [...new Set(seqs)]);
  const sessions = recall.liveSessions(scope.userId, new Set(places.map(({ session_id: id }) => id)));
  const inScope = ({ session_id: id }: FoundPlace): boolean =>
    sessions.has(id) && (scope.sessionId === null || id === scope.sessionId);
  const found = places.filter(inScope);
  // Each stretch holds what it was made of.
  return recall.around(scope.userId, mergeWindows(found, radius));
}

/** Overlapping stretches of a path become one, so that no row is read twice. */
function mergeWindows(
  rows: readonly FoundPlace[],
  radius: number,
): readonly (readonly [SessionId, number, number])[] {
  const sorted = rows.toSorted((a, b) =>
    a.session_id === b.session_id ? a.depth - b.depth : a.session_id < b.session_id ? -1 : 1,
  );
  const windows: [SessionId, number, number][] = [];
  for (const { session_id: sessionId, depth } of sorted) {
    const last = windows.at(-1);
    if (last?.[0] === sessionId && depth - radius <= last[2]) last[2] = depth + radius;
    else windows.push([sessionId, depth - radius, depth + radius]);
  }
  return windows;
}
