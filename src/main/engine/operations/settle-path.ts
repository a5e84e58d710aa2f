import { createHash } from 'node:crypto';
import type { MessageId } from '../../../shared/model/ids';
import type { StoredSession } from '../../storage/tables/session-table';
import { enqueueJob, type EngineParts } from '../engine-parts';

/**
 * Makes another message the head of a session, and what is derived from the path follow it, inside the caller's
 * transaction: the mark of the path, the count, the summary in force, and what is to be embedded and folded now.
 * The one place where a path changes other than by growing.
 */
export function movePath(parts: EngineParts, session: StoredSession, headId: MessageId | null): void {
  parts.tables.paths.moveTo(session.userId, session.id, headId);
  settlePath(parts, session, headId);
}

/** The same where the mark of the path is right already: messages of it were hidden, shown, excluded or erased. */
export function settlePath(
  parts: EngineParts,
  session: StoredSession,
  headId = session.headId,
  updatedAt = session.updatedAt,
): void {
  const { sessions, reader } = parts.tables;
  const { userId, id: sessionId } = session;
  sessions.setHead(session, headId, updatedAt, reader.count(userId, sessionId));
  settleSummary(parts, session);
  // What joined the path may have been passed over while it was away; what left a summary is to be folded anew.
  const after = parts.newId();
  enqueueJob(parts, { kind: 'embed', userId, sessionId, after });
  enqueueJob(parts, { kind: 'summarise', userId, sessionId, after });
}

/** The newest summary that stands for exactly the live messages up to its last one is the one in force. */
function settleSummary({ tables }: EngineParts, session: StoredSession): void {
  const { userId, id: sessionId } = session;
  const ids = tables.reader.idsThrough(userId, sessionId, Number.MAX_SAFE_INTEGER);
  const places = new Map(ids.map((id, index) => [id, index]));
  const valid = tables.summaries.ranges(userId, sessionId).find(({ lastMessageId, rangeHash }) => {
    const place = places.get(lastMessageId);
    return place !== undefined && hashRange(ids.slice(0, place + 1)) === rangeHash;
  });
  tables.sessions.setSummary(session, valid?.id ?? null);
}

/** Names the messages a summary stands for. */
export function hashRange(ids: readonly MessageId[]): string {
  return createHash('sha256').update(ids.join('\n')).digest('hex');
}
