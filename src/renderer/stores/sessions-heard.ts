import type { SessionId } from '../../shared/model/ids';
import type { Session } from '../../shared/model/session';
import { createPacer, type Timers } from './pacer';
import { withoutSession, withSessions } from './session-order';
import { foundWithout } from './sessions-search';
import type { ListSlice, SessionsAccess } from './sessions-state';

/** What is done with chats that were added, changed or removed. */
export type HeardSlice = Pick<ListSlice, 'accept' | 'hear' | 'acceptRemoval'>;

/** While chats are imported, many a second, the list is put in order this often. */
const importingMs = 250;

/** Takes chats that were added, changed or removed into the list and the open chat. */
export function createHeardSlice(timers: Timers, access: SessionsAccess): HeardSlice {
  const { get, set } = access;
  const heard = new Map<SessionId, Session>();
  const settling = createPacer(
    () => {
      const changed = [...heard.values()];
      heard.clear();
      acceptAll(access, changed);
    },
    importingMs,
    timers,
  );
  return {
    accept: (session) => {
      heard.delete(session.id);
      acceptAll(access, [session]);
    },
    hear: (session) => {
      const { importStatus, selectedId, accept } = get();
      if (importStatus?.kind !== 'running' || session.id === selectedId) {
        accept(session);
        return;
      }
      heard.set(session.id, session);
      settling.request();
    },
    acceptRemoval: (sessionId) => {
      heard.delete(sessionId);
      const { sessions, found, remembering } = get();
      // A chat that gives way to one of the other kind leaves when that one comes, so that its place is never empty.
      if (sessionId === remembering) return;
      set({ sessions: withoutSession(sessions, sessionId), found: foundWithout(found, sessionId) });
      set({ selection: get().selection.filter((each) => each !== sessionId) });
    },
  };
}

function acceptAll({ get, set }: SessionsAccess, changed: readonly Session[]): void {
  const { sessions, nextCursor, selectedId, opened, isArchive, order } = get();
  const gone = new Set(changed.flatMap(({ id, archived }) => (archived === isArchive ? [] : [id])));
  const here = changed.filter(({ archived }) => archived === isArchive);
  const others = gone.size === 0 ? sessions : sessions.filter(({ id }) => !gone.has(id));
  set({
    sessions:
      here.length === 0 ? others : withSessions(others, here, { hasMore: nextCursor !== null, order }),
    opened: changed.find(({ id }) => id === selectedId) ?? opened,
    error: null,
  });
}
