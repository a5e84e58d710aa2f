import { assertNever } from '../../shared/assert-never';
import type { SessionId } from '../../shared/model/ids';
import type { Session, SessionOrder } from '../../shared/model/session';
import { titleKey } from '../../shared/title-key';

/** By name; what stands in no folder comes last. */
function compareFolders(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** As main orders them, within a group. */
function compareWithin(a: Session, b: Session, order: SessionOrder): number {
  switch (order) {
    case 'used':
      return b.updatedAt - a.updatedAt;
    case 'created':
      return b.createdAt - a.createdAt;
    case 'messages':
      return b.messageCount - a.messageCount;
    case 'title':
      return compareText(titleKey(a.title), titleKey(b.title));
    default:
      return assertNever(order);
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Temporary ones first, then pinned ones, then by folder, then by the order asked for. */
function compareSessions(a: Session, b: Session, order: SessionOrder): number {
  if (a.temporary !== b.temporary) return a.temporary ? -1 : 1;
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  if (a.folder !== b.folder) return compareFolders(a.folder, b.folder);
  return compareWithin(a, b, order) || compareText(a.id, b.id);
}

/**
 * The list with new or changed chats in their places. A chat that sorts behind all loaded ones stays out while more
 * pages are waiting: its own page brings it.
 */
export function withSessions(
  sessions: readonly Session[],
  changed: readonly Session[],
  { hasMore, order }: { readonly hasMore: boolean; readonly order: SessionOrder },
): readonly Session[] {
  const ids = new Set(changed.map(({ id }) => id));
  const others = sessions.filter(({ id }) => !ids.has(id));
  const last = others.at(-1);
  const placed =
    hasMore && last !== undefined
      ? changed.filter((session) => compareSessions(session, last, order) <= 0)
      : changed;
  return [...others, ...placed].sort((a, b) => compareSessions(a, b, order));
}

/** The list without one chat. */
export function withoutSession(sessions: readonly Session[], sessionId: SessionId): readonly Session[] {
  return sessions.filter((session) => session.id !== sessionId);
}
