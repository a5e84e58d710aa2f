import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import { withoutSession, withSession } from './session-order';
import { foundWithout } from './sessions-search';
import type { ListSlice, SessionsAccess } from './sessions-state';

/** The open chat, new chats, and what main tells of chats. */
export function createListSlice(bridge: Bridge, { get, set }: SessionsAccess): ListSlice {
  const fail = (error: unknown): null => {
    set({ error: toErrorShape(error) });
    return null;
  };

  return {
    selectedId: null,
    opened: null,
    error: null,
    select: async (selectedId) => {
      const held = get().sessions.find((session) => session.id === selectedId);
      set({ selectedId, opened: held ?? null });
      if (selectedId === null || held !== undefined) return;
      try {
        const opened = await bridge.call('sessions.get', { sessionId: selectedId });
        if (get().selectedId === selectedId) set({ opened });
      } catch (error) {
        fail(error);
      }
    },
    create: async () => {
      try {
        if (get().isArchive) await get().showArchive(false);
        const session = await bridge.call('sessions.create', {});
        get().accept(session);
        return session;
      } catch (error) {
        return fail(error);
      }
    },
    fork: async (sessionId, messageId) => {
      try {
        const session = await bridge.call('sessions.fork', { sessionId, messageId });
        get().accept(session);
        return session;
      } catch (error) {
        return fail(error);
      }
    },
    accept: (session) => {
      const { sessions, nextCursor, selectedId, opened, isArchive, order } = get();
      const isHere = session.archived === isArchive;
      set({
        sessions: isHere
          ? withSession(sessions, session, { hasMore: nextCursor !== null, order })
          : withoutSession(sessions, session.id),
        opened: session.id === selectedId ? session : opened,
        error: null,
      });
    },
    acceptRemoval: (sessionId) => {
      const { sessions, found, remembering } = get();
      // A chat that gives way to one of the other kind leaves when that one comes, so that its place is never empty.
      if (sessionId === remembering) return;
      set({ sessions: withoutSession(sessions, sessionId), found: foundWithout(found, sessionId) });
      set({ selection: get().selection.filter((each) => each !== sessionId) });
    },
  };
}
