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

type Removal = Pick<EditSlice, 'removed' | 'remove' | 'restore'>;

/** Deleting a chat and, for a while, bringing it back. */
function createRemoval(bridge: Bridge, timers: Timers, { get, set }: SessionsAccess): Removal {
  let undoTimer: number | null = null;
  const forgetRemoved = (): void => {
    if (undoTimer !== null) timers.clear(undoTimer);
    set({ removed: null });
  };
  return {
    removed: null,
    remove: async (sessionId) => {
      const removed = get().sessions.find((session) => session.id === sessionId) ?? null;
      try {
        await bridge.call('sessions.delete', { sessionId });
      } catch (error) {
        set({ error: toErrorShape(error) });
        return false;
      }
      get().acceptRemoval(sessionId);
      // A temporary chat is kept nowhere, so there is nothing to bring back.
      if (removed?.temporary === true) return true;
      forgetRemoved();
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
        void get().searchAgain();
        return session;
      } catch (error) {
        set({ error: toErrorShape(error) });
        return null;
      }
    },
  };
}

/** All that can be done to one chat of the list. */
export function createEditSlice(bridge: Bridge, timers: Timers, access: SessionsAccess): EditSlice {
  const { get, set } = access;
  const update = async (
    sessionId: SessionId,
    change: Omit<CallInput<'sessions.update'>, 'sessionId'>,
  ): Promise<void> => {
    try {
      get().accept(await bridge.call('sessions.update', { sessionId, ...change }));
    } catch (error) {
      set({ error: toErrorShape(error) });
    }
  };
  return {
    ...createRemoval(bridge, timers, access),
    renamingId: null,
    startRename: (renamingId) => set({ renamingId }),
    rename: async (sessionId, title) => {
      set({ renamingId: null });
      const trimmed = title.trim().slice(0, TITLE_LENGTH);
      if (trimmed !== '') await update(sessionId, { title: trimmed });
    },
    setPinned: (sessionId, pinned) => update(sessionId, { pinned }),
    setStrategy: (sessionId, strategy) => update(sessionId, { strategy }),
    setMemory: (sessionId, memory) => update(sessionId, memory),
    setRecallScope: (sessionId, recallScope) => update(sessionId, { recallScope }),
  };
}
