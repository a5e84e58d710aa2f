import type { MessageId, UserId } from '../../../shared/model/ids';
import type { MessageDetail, RecallUse } from '../../../shared/model/search';
import type { SearchIndex } from '../../memory/ports/search-index';
import type { RecallUseRow } from '../../storage/tables/search-reader';
import type { EngineParts } from '../engine-parts';
import { currentSummary } from './current-summary';
import { findSession } from './find-session';
import { publicMessage, requireMessage } from './public-message';

/** Turns told of at most. */
const usesTold = 5;

/** A live message, its neighbours on the path, the summary that covers it, and the turns it was recalled for. */
export function readDetail(
  parts: EngineParts,
  { userId, messageId }: Parameters<SearchIndex['readDetail']>[0],
): MessageDetail {
  const { tables } = parts;
  const message = requireMessage(parts, userId, messageId);
  const session = findSession(tables, userId, message.sessionId);
  const { position } = message;
  const around = tables.reader.slice(userId, session.id, Math.max(1, position - 1), 3).map(publicMessage);
  const at = (wanted: number) => around.find((each) => each.position === wanted) ?? null;
  const summary = currentSummary(tables, userId, session)?.summary;
  const covers = summary !== undefined && position <= summary.toPosition;
  return {
    message: publicMessage(message),
    before: at(position - 1),
    after: at(position + 1),
    sessionTitle: session.title,
    total: tables.reader.count(userId, session.id),
    summary: covers
      ? { version: summary.version, fromPosition: summary.fromPosition, toPosition: summary.toPosition }
      : null,
    uses: tables.search.uses(userId, messageId, usesTold).map((row) => toUse(parts, userId, messageId, row)),
  };
}

function toUse({ tables }: EngineParts, userId: UserId, messageId: MessageId, row: RecallUseRow): RecallUse {
  const snapshot = tables.snapshots.findByTurn(userId, row.turn_id);
  const candidate = snapshot?.recall?.candidates.find((each) => each.messageId === messageId);
  return {
    turnId: row.turn_id,
    sessionId: row.session_id,
    sessionTitle: row.title,
    turnNumber: row.turn_number,
    scores:
      candidate === undefined
        ? null
        : { rank: candidate.rank, vector: candidate.vector, bm25: candidate.bm25 },
  };
}
