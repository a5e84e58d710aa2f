import type { CallInput } from '../../shared/contract/calls';
import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import type { EditSlice, SessionsAccess } from './sessions-state';

/** How long a deleted chat can be brought back from the toast. */
const UNDO_MS = 10_000;
/** The longest title main takes, in UTF-16 units. */
const TITLE_LENGTH = 200;

/** All that can be done to one chat of the list. */
export function createEditSlice(bridge: Bridge, timers: Timers, { get, set }: SessionsAccess): EditSlice {
  let undoTimer: number | null = null;
  const fail = (error: unknown): void => set({ error: toErrorShape(error) });

  const update = async (
    sessionId: SessionId,
    change: Omit<CallInput<'sessions.update'>, 'sessionId'>,
  ): Promise<void> => {
    try {
      get().accept(await bridge.call('sessions.update', { sessionId, ...change }));
    } catch (error) {
      fail(error);
    }
  };

  const forgetRemoved = (): void => {
    if (undoTimer !== null) timers.clear(undoTimer);
    set({ removed: null });
  };

  return {
    renamingId: null,
    removed: null,
    startRename: (renamingId) => set({ renamingId }),
    rename: async (sessionId, title) => {
      set({ renamingId: null });
      const trimmed = title.trim().slice(0, TITLE_LENGTH);
      if (trimmed !== '') await update(sessionId, { title: trimmed });
    },
    setPinned: (sessionId, pinned) => update(sessionId, { pinned }),
    setRecallScope: (sessionId, recallScope) => update(sessionId, { recallScope }),
    remove: async (sessionId) => {
      const removed = get().sessions.find((session) => session.id === sessionId) ?? null;
      try {
        await bridge.call('sessions.delete', { sessionId });
      } catch (error) {
        fail(error);
        return false;
      }
      forgetRemoved();
      get().acceptRemoval(sessionId);
      set({ removed });
      undoTimer = timers.set(forgetRemoved, UNDO_MS);
      return true;
    },
    restore: async () => {
      const { removed } = get();
      if (removed === null) return null;
      forgetRemoved();
      try {
        const session = await bridge.call('sessions.restore', { sessionId: removed.id });
        get().accept(session);
        return session;
      } catch (error) {
        fail(error);
        return null;
      }
    },
  };
}
