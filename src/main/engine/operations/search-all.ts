import type { UserId } from '../../../shared/model/ids';
import type { FactHit, SearchAnswer, SearchHit, SummaryHit } from '../../../shared/model/search';
import type { SearchIndex } from '../../memory/ports/search-index';
import { excerptAround } from '../../memory/text/excerpt';
import { buildSearchQuery } from '../../memory/text/fts-query';
import { holdsWords } from '../../memory/text/holds-words';
import type { EngineParts } from '../engine-parts';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { searchTitles } from './search-titles';

type SearchInput = Parameters<SearchIndex['searchAll']>[0];

/** Characters from which a query is ranked; shorter ones match too much to rank, so the newest come first. */
const rankedFrom = 3;
const excerptLength = 160;

/** Titles, messages, summaries and facts that hold all words of a query; one without a word finds nothing. */
export function searchAll(parts: EngineParts, input: SearchInput): SearchAnswer {
  const { userId, query, filters, limit } = input;
  const { sessionId, role, since } = filters;
  if (sessionId !== null) findSession(parts.tables, userId, sessionId);
  const match = buildSearchQuery(query, { userId, sessionId });
  if (match === null)
    return { titles: [], messages: [], summaries: [], facts: [], perChat: [], isMore: false };
  const { search } = parts.tables;
  const narrowed = { match, userId, role, since };
  const isRanked = query.trim().length >= rankedFrom;
  const seqs = isRanked ? search.ranked(narrowed, limit) : search.newest(narrowed, limit);
  const { counts, isMore } = search.perChat(narrowed);
  // A title and a summary have no speaker.
  const withTexts = role === null;
  return {
    titles: withTexts ? titles(parts, input) : [],
    messages: messageHits(parts, userId, query, seqs),
    summaries: withTexts ? summaryHits(parts, input) : [],
    facts: withTexts && sessionId === null ? factHits(parts, input) : [],
    perChat: counts,
    isMore,
  };
}

function titles(
  { tables }: EngineParts,
  { userId, query, filters, limit }: SearchInput,
): SearchAnswer['titles'] {
  return searchTitles(tables, { userId, query, limit }).filter(
    ({ id, updatedAt }) =>
      (filters.sessionId === null || id === filters.sessionId) && updatedAt >= filters.since,
  );
}

function messageHits(
  { tables }: EngineParts,
  userId: UserId,
  query: string,
  seqs: readonly number[],
): readonly SearchHit[] {
  const positionOf = tables.reader.positions(userId);
  const rows = new Map(tables.recall.bySeq(userId, seqs).map((row) => [row.seq, row]));
  return seqs.flatMap((seq) => {
    const row = rows.get(seq);
    if (row === undefined) return [];
    const position = positionOf(row.session_id, row.depth);
    return {
      messageId: row.id,
      sessionId: row.session_id,
      sessionTitle: row.session_title,
      position,
      role: row.role,
      author: row.author,
      createdAt: row.created_at,
      ...excerptAround(row.content, query, excerptLength),
    };
  });
}

/** The summaries in force alone: what an older version said is in the messages it stood for. */
function summaryHits({ tables }: EngineParts, input: SearchInput): readonly SummaryHit[] {
  const { userId, query, filters, limit } = input;
  const holds = holdsWords(query);
  if (holds === null) return [];
  const found: SummaryHit[] = [];
  for (const { id, sessionId, title, text } of [...tables.search.summaries(userId)]) {
    if (found.length >= limit) break;
    if ((filters.sessionId !== null && filters.sessionId !== sessionId) || !holds(text)) continue;
    const current = currentSummary(tables, userId, findSession(tables, userId, sessionId))?.summary;
    if (current?.id !== id || current.createdAt < filters.since) continue;
    const { version, fromPosition, toPosition, createdAt } = current;
    const place = {
      summaryId: id,
      sessionId,
      sessionTitle: title,
      version,
      fromPosition,
      toPosition,
      createdAt,
    };
    found.push({ ...place, ...excerptAround(text, query, excerptLength) });
  }
  return found;
}

function factHits(
  { tables }: EngineParts,
  { userId, query, filters, limit }: SearchInput,
): readonly FactHit[] {
  const holdsAll = holdsWords(query);
  if (holdsAll === null) return [];
  return tables.facts
    .list(userId)
    .filter(({ text, createdAt }) => createdAt >= filters.since && holdsAll(text))
    .map(({ id, attribute, text, validTo, supersededBy, createdAt }) => ({
      factId: id,
      attribute,
      holds: validTo === null && supersededBy === null,
      createdAt,
      ...excerptAround(text, query, excerptLength),
    }))
    .toSorted((a, b) => Number(b.holds) - Number(a.holds) || b.createdAt - a.createdAt)
    .slice(0, limit);
}
