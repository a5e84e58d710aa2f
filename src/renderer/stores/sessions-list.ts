import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import type { HeardSlice } from './sessions-heard';
import type { ListSlice, SessionsAccess } from './sessions-state';

/** The open chat, and new chats. */
export function createListSlice(
  bridge: Bridge,
  { get, set }: SessionsAccess,
): Omit<ListSlice, keyof HeardSlice> {
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
  };
}
