import type { SessionId } from '../../shared/model/ids';
import type { Session } from '../../shared/model/session';

/** By name; what stands in no folder comes last. */
function compareFolders(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Temporary ones first, then pinned ones, then by folder, then the last used first; equal times keep the newer id first. */
function compareSessions(a: Session, b: Session): number {
  if (a.temporary !== b.temporary) return a.temporary ? -1 : 1;
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  if (a.folder !== b.folder) return compareFolders(a.folder, b.folder);
  if (a.updatedAt !== b.updatedAt) return b.updatedAt - a.updatedAt;
  return a.id < b.id ? 1 : -1;
}

/**
 * The list with a new or changed chat in its place. A chat that sorts behind all loaded ones stays out while more
 * pages are waiting: its own page brings it.
 */
export function withSession(
  sessions: readonly Session[],
  session: Session,
  hasMore: boolean,
): readonly Session[] {
  const others = withoutSession(sessions, session.id);
  const last = others.at(-1);
  if (hasMore && last !== undefined && compareSessions(session, last) > 0) return others;
  return [...others, session].sort(compareSessions);
}

/** The list without one chat. */
export function withoutSession(sessions: readonly Session[], sessionId: SessionId): readonly Session[] {
  return sessions.filter((session) => session.id !== sessionId);
}
