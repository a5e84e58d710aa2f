import { catalogue } from '../../../shared/catalogue/catalogue';
import type { RecallCandidate, RecallReport } from '../../../shared/model/recall';
import type { MessageId, UserId } from '../../../shared/model/ids';
import { fitPinned } from '../../memory/context/fit-pinned';
import type { MemoryReader, MemorySearch } from '../../memory/ports/recall';
import { decideVerdicts } from '../../memory/recall/decide-verdicts';
import { findDuplicates } from '../../memory/recall/find-duplicates';
import { quoteMessage } from '../../memory/recall/quote-message';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';
import { gatherCandidates, maxAuthors, type RankedCandidate, type Gathered } from './gather-candidates';
import { quoteLimit } from './quote-limit';
import { readPath, type PathState } from './read-path';
import type { FoundRow } from '../../storage/tables/recall-reader';
import type { StoredSession } from '../../storage/tables/session-table';

type RecallInput = Parameters<MemoryReader['recall']>[0];

/** The authors whose names a question is searched for: those of all the user's chats. */
export function authorsInScope(
  parts: EngineParts,
  { userId, sessionId }: Parameters<MemoryReader['listAuthors']>[0],
): readonly string[] {
  findSession(parts.tables, userId, sessionId);
  return parts.tables.recall.authorsOf(userId, maxAuthors);
}

/** Finds, ranks and judges what a question may need (DESIGN 4, Recall). */
export async function recall(parts: EngineParts, input: RecallInput): Promise<RecallReport> {
  const { userId, sessionId, settings } = input;
  const session = findSession(parts.tables, userId, sessionId);
  const head = input.userMessageId === null ? null : parts.tables.reader.find(userId, input.userMessageId);
  const path = await readPath(parts, session, settings, head?.depth ?? Number.MAX_SAFE_INTEGER - 1);
  const { messages = [] } = settings.leftOut ?? {};
  const leftOut = new Set(messages.length === 0 ? [] : parts.tables.recall.seqsOf(userId, messages));
  return recallOnPath(parts, input, { session, path, isLeftOut: ({ seq }) => leftOut.has(seq) });
}

/** The same without a place it is asked from: no buffer, no budget, nothing dropped but duplicates. */
export async function searchMemory(
  parts: EngineParts,
  input: Parameters<MemoryReader['searchMemory']>[0],
): Promise<MemorySearch> {
  const { userId, sessionId, queryVector, limit } = input;
  if (sessionId !== null) findSession(parts.tables, userId, sessionId);
  const gathered = await gatherCandidates(parts, { ...input, scope: sessionId, userMessageId: null });
  const { ranked, floorOf, usesVectors, vectorsUnfit } = gathered;
  const twice = findDuplicates(ranked.map(({ row }) => ({ ...row, createdAt: row.created_at })));
  const found = ranked.filter(({ row }) => !twice.has(row.id)).slice(0, limit);
  const reason = queryVector.kind === 'none' ? queryVector.reason : null;
  const placeOf = placesOf(parts, userId);
  return {
    found: found.map((candidate, index) => ({
      ...describe(candidate, placeOf),
      rank: index + 1,
      isLikely: candidate.score >= floorOf(candidate),
    })),
    mode: usesVectors ? 'hybrid' : 'keyword',
    degraded: reason ?? whyByWords(vectorsUnfit),
  };
}

/** Why recall went by words although there was a vector, as users read it. */
function whyByWords(unfit: Gathered['vectorsUnfit']): string | null {
  const { notEmbedded, unknownScript } = catalogue.main.turn;
  return unfit === null ? null : unfit === 'not-embedded' ? notEmbedded : unknownScript;
}

/** Where a question is asked; rows that are left out are as if they were not there. */
interface RecallPlace {
  readonly session: StoredSession;
  readonly path: PathState;
  readonly isLeftOut?: (row: FoundRow) => boolean;
}

/** The same on a path that was read already. */
export async function recallOnPath(
  parts: EngineParts,
  input: RecallInput,
  { session, path, isLeftOut }: RecallPlace,
): Promise<RecallReport> {
  const { userId, sessionId, settings, query, queryVector } = input;
  const { retrievalTopK: topK, recalledTokens: tokenBudget } = settings.budgets;
  const mode = queryVector.kind === 'vector' ? 'hybrid' : 'keyword';
  const reason = queryVector.kind === 'none' ? queryVector.reason : null;
  const empty: RecallReport = { query, candidates: [], floor: 0, topK, tokenBudget, mode, degraded: reason };
  if (!path.limits.recalls) return empty;

  const scope = session.recallScope === 'user' ? null : sessionId;
  const start = parts.clock.monotonic();
  const gathered = await gatherCandidates(parts, {
    ...input,
    scope,
    ...(isLeftOut === undefined ? {} : { isLeftOut }),
  });
  const { ranked: candidates, floor, floorOf, usesVectors, vectorsUnfit, searchTimes } = gathered;
  const counter = await parts.counters.forModel(settings.model);
  const byId = new Map(candidates.map((candidate) => [candidate.row.id, candidate]));
  const limit = quoteLimit(settings.budgets);
  const sent = new Set(path.tail.buffer.map((message) => message.id));
  const pinned = new Set(fitPinned(path.pinned, settings.budgets.pinnedTokens, counter).sources);
  const decisions = decideVerdicts(
    candidates.map((found) => ({ id: found.row.id, score: found.score, floor: floorOf(found) })),
    {
      sent,
      pinned,
      duplicates: new Set([
        ...findDuplicates(candidates.map(({ row }) => ({ ...row, createdAt: row.created_at }))),
        ...copiesOf(parts, userId, [...sent, ...pinned], candidates),
      ]),
      topK,
      tokenBudget: tokenBudget - recalledFrameTokens,
      quote: (id) => quoteOf(byId, id, limit, counter),
    },
  );
  const placeOf = placesOf(parts, userId);
  const searchMs = searchTimes.keyword + (searchTimes.vector ?? 0);
  return {
    ...empty,
    times: { ...searchTimes, rank: parts.clock.monotonic() - start - searchMs },
    mode: usesVectors ? 'hybrid' : 'keyword',
    degraded: reason ?? whyByWords(vectorsUnfit),
    floor,
    candidates: candidates.map((candidate, index) => {
      const { verdict, tokens } = decisions.get(candidate.row.id) ?? { verdict: 'over-budget', tokens: 0 };
      return { ...describe(candidate, placeOf), rank: index + 1, verdict, tokens };
    }),
  };
}

/** The heading of the recalled block and its message's overhead, with a little room. */
const recalledFrameTokens = 40;

/** Candidates that are copies of something sent, or what something sent is a copy of: the same words twice. */
function copiesOf(
  parts: EngineParts,
  userId: UserId,
  sent: readonly MessageId[],
  candidates: readonly RankedCandidate[],
): readonly MessageId[] {
  const ids = candidates.map(({ row }) => row.id);
  const origins = parts.tables.copies.originsOf(userId, [...sent, ...ids]);
  const said = new Set(sent.map((id) => origins.get(id)));
  return ids.filter((id) => said.has(origins.get(id)));
}

function quoteOf(
  byId: ReadonlyMap<MessageId, RankedCandidate>,
  id: MessageId,
  limit: number,
  counter: Parameters<typeof quoteMessage>[3],
): ReturnType<typeof quoteMessage> {
  const candidate = byId.get(id);
  if (candidate === undefined) return null;
  const message = { ...candidate.row, createdAt: candidate.row.created_at };
  return quoteMessage(message, candidate.focus, limit, counter);
}

/** Where candidates stand, as a user sees it. */
type PlaceOf = (row: FoundRow) => Pick<RecallCandidate, 'sessionTitle' | 'position'>;

function placesOf({ tables }: EngineParts, userId: UserId): PlaceOf {
  const positionOf = tables.reader.positions(userId);
  const titleOf = tables.recall.titles(userId);
  return (row) => ({
    sessionTitle: titleOf(row.session_id),
    position: positionOf(row.session_id, row.depth),
  });
}

/** Characters of an excerpt. */
const excerptCharacters = 240;

/** The first whole characters of a text from a place on. */
function firstCharacters(text: string, from: number): string {
  const units = text.slice(from, from + excerptCharacters);
  if (!/[\ud800-\udfff]/.test(units)) return units;
  return Array.from(text.slice(from, from + 2 * excerptCharacters))
    .slice(0, excerptCharacters)
    .join('');
}

function describe(
  candidate: RankedCandidate,
  placeOf: PlaceOf,
): Omit<RecallCandidate, 'rank' | 'verdict' | 'tokens'> {
  const { row, score, vector, bm25, focus } = candidate;
  return {
    messageId: row.id,
    sessionId: row.session_id,
    ...placeOf(row),
    role: row.role,
    author: row.author,
    createdAt: row.created_at,
    excerpt: firstCharacters(row.content, focus),
    score,
    vector,
    bm25,
    parts: candidate.parts,
    focus,
  };
}
