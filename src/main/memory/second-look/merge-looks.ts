import type { MessageId } from '../../../shared/model/ids';
import type { RecallCandidate, RecallReport } from '../../../shared/model/recall';

/** What both looks found, as one report, and what only the second did. */
export interface MergedLooks {
  readonly report: RecallReport;
  /** Kept now and not sent before, in the order they are sent. */
  readonly found: readonly MessageId[];
}

/** Searches for more, query by query, and adds what is new to the first recall. */
export async function searchAgain(
  first: RecallReport,
  queries: readonly string[],
  search: (query: string) => Promise<RecallReport>,
): Promise<MergedLooks> {
  const later: RecallReport[] = [];
  for (const query of queries) later.push(await search(query));
  return mergeLooks(first, later);
}

/**
 * Adds to the first recall what later ones kept and it did not send. News goes first, since what was sent did not
 * suffice; top-k holds for all together, so that the last of the old give way.
 */
export function mergeLooks(first: RecallReport, later: readonly RecallReport[]): MergedLooks {
  const wasSent = new Set(
    first.candidates
      .filter(({ verdict }) => verdict === 'kept' || verdict === 'in-buffer')
      .map(({ messageId }) => messageId),
  );
  const news = new Map<MessageId, RecallCandidate>();
  for (const candidate of inTurns(later.map(keptOf))) {
    const { messageId } = candidate;
    if (wasSent.has(messageId) || news.has(messageId) || news.size >= first.topK) continue;
    news.set(messageId, { ...candidate, isSecondLook: true });
  }
  const rest = first.candidates.filter(({ messageId }) => !news.has(messageId));
  const candidates = [...news.values(), ...withinTopK(rest, first.topK - news.size)].map(
    (candidate, index) => ({ ...candidate, rank: index + 1 }),
  );
  return { report: { ...first, candidates }, found: [...news.keys()] };
}

function keptOf({ candidates }: RecallReport): readonly RecallCandidate[] {
  return candidates.filter(({ verdict }) => verdict === 'kept');
}

/** The first of each list, then the second of each, and so on: no query crowds out another. */
function inTurns<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, place) =>
    lists.flatMap((list) => list.slice(place, place + 1)),
  ).flat();
}

function withinTopK(candidates: readonly RecallCandidate[], places: number): readonly RecallCandidate[] {
  let left = places;
  return candidates.map((candidate) => {
    if (candidate.verdict !== 'kept') return candidate;
    left -= 1;
    return left >= 0 ? candidate : { ...candidate, verdict: 'over-budget' };
  });
}
