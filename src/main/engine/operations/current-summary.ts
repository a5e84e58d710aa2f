import type { UserId } from '../../../shared/model/ids';
import type { StoredSession } from '../../storage/tables/session-table';
import type { StoredSummary } from '../../storage/tables/summary-table';
import type { Tables } from '../engine-parts';

/** The summary in force and the depth its range ends at. */
export interface CurrentSummary {
  readonly summary: StoredSummary;
  readonly lastDepth: number;
}

/**
 * The summary in force: the session's own, or the nearest of its ancestors whose last message is still live on
 * the active path; null where there is none.
 */
export function currentSummary(
  tables: Tables,
  userId: UserId,
  session: StoredSession,
): CurrentSummary | null {
  let id = session.summaryId;
  while (id !== null) {
    const summary = tables.summaries.find(userId, id);
    if (summary === null) return null;
    const lastDepth = tables.reader.pathDepth(userId, session.id, summary.lastMessageId);
    if (lastDepth !== null) return { summary, lastDepth };
    id = summary.parentId;
  }
  return null;
}
