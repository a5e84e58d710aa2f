import type { CallInput } from '../../shared/contract/calls';
import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import { folderLength } from '../../shared/model/session';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import type { EditSlice, Removed, SessionsAccess } from './sessions-state';

/** How long chats can be brought back from the toast. */
const UNDO_MS = 10_000;
/** The longest title main takes, in UTF-16 units. */
const TITLE_LENGTH = 200;

type Removal = Pick<EditSlice, 'removed' | 'remove' | 'restore' | 'setArchived'>;

/** Deleting and archiving chats and, for a while, bringing them back. */
function createRemoval(bridge: Bridge, timers: Timers, { get, set }: SessionsAccess): Removal {
  let undoTimer: number | null = null;
  const forgetRemoved = (): void => {
    if (undoTimer !== null) timers.clear(undoTimer);
    set({ removed: null });
  };
  const offerBack = (removed: Removed): void => {
    forgetRemoved();
    set({ removed, selection: [] });
    undoTimer = timers.set(forgetRemoved, UNDO_MS);
  };
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      set({ error: toErrorShape(error) });
      return false;
    }
  };
  const archive = async (ids: readonly SessionId[], archived: boolean): Promise<void> => {
    for (const sessionId of ids) get().accept(await bridge.call('sessions.update', { sessionId, archived }));
  };
  return {
    removed: null,
    remove: async (...sessionIds) => {
      const removed = get().sessions.filter(({ id }) => sessionIds.includes(id));
      const isDone = await attempt(async () => {
        for (const sessionId of sessionIds) {
          await bridge.call('sessions.delete', { sessionId });
          get().acceptRemoval(sessionId);
        }
      });
      // A temporary chat is kept nowhere, so there is nothing to bring back.
      const kept = removed.filter(({ temporary }) => !temporary);
      if (isDone && kept.length > 0) offerBack({ kind: 'deleted', sessions: kept });
      return isDone;
    },
    setArchived: async (sessionIds, archived) => {
      const sessions = get().sessions.filter(({ id }) => sessionIds.includes(id));
      const isDone = await attempt(() => archive(sessionIds, archived));
      if (isDone && archived && sessions.length > 0) offerBack({ kind: 'archived', sessions });
      else if (isDone) set({ selection: [] });
    },
    restore: async () => {
      const { removed } = get();
      if (removed === null) return null;
      forgetRemoved();
      const ids = removed.sessions.map(({ id }) => id);
      await attempt(async () => {
        if (removed.kind === 'archived') await archive(ids, false);
        else for (const sessionId of ids) get().accept(await bridge.call('sessions.restore', { sessionId }));
      });
      void get().searchAgain();
      return get().sessions.find(({ id }) => id === ids[0]) ?? null;
    },
  };
}

/** All that can be done to chats of the list. */
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
    openWindow: async (sessionId) => {
      try {
        await bridge.call('sessions.openWindow', { sessionId });
      } catch (error) {
        set({ error: toErrorShape(error) });
      }
    },
    openOwnWindow: () => {
      const { selectedId, openWindow } = get();
      if (selectedId !== null) void openWindow(selectedId);
      return selectedId !== null;
    },
    ...createRemoval(bridge, timers, access),
    renamingId: null,
    filingId: null,
    startFiling: (filingId) => set({ filingId }),
    setFolder: (sessionId, folder) => {
      set({ filingId: null });
      const name = folder.trim().slice(0, folderLength);
      return update(sessionId, { folder: name === '' ? null : name });
    },
    setFolderOfChosen: async (folder) => {
      for (const sessionId of get().selection) await get().setFolder(sessionId, folder);
      set({ selection: [] });
    },
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
