import { toErrorShape } from '../../shared/errors';
import type { Bridge } from '../bridge';
import type { SessionsAccess, TemporarySlice } from './sessions-state';

/** Chats that are not kept: the switch between the kinds, and the question before one is lost. */
export function createTemporarySlice(bridge: Bridge, { get, set }: SessionsAccess): TemporarySlice {
  return {
    remembering: null,
    rememberError: null,
    confirming: null,
    setRemembered: async (sessionId, remembered) => {
      if (get().remembering !== null) return null;
      set({ remembering: sessionId, rememberError: null });
      try {
        const session = await bridge.call('sessions.setRemembered', { sessionId, remembered });
        set({ remembering: null });
        get().accept(session);
        if (session.id !== sessionId) get().acceptRemoval(sessionId);
        return session;
      } catch (error) {
        set({ remembering: null, rememberError: { sessionId, error: toErrorShape(error) } });
        return null;
      }
    },
    confirm: (confirming) => set({ confirming }),
  };
}
