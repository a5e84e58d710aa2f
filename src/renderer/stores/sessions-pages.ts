import { toErrorShape } from '../../shared/errors';
import type { SessionPage } from '../../shared/model/session';
import type { Bridge } from '../bridge';
import type { ListPagesSlice, SessionsAccess } from './sessions-state';

/** Chats a page of the list asks for. */
const PAGE_SIZE = 100;

/** The chat list, paged by cursor. */
export function createListPagesSlice(bridge: Bridge, { get, set }: SessionsAccess): ListPagesSlice {
  let isLoadingMore = false;
  const pageOf = (
    { isArchive, order }: Pick<ListPagesSlice, 'isArchive' | 'order'>,
    cursor: string | null,
  ): Promise<SessionPage> =>
    bridge.call('sessions.list', { cursor, limit: PAGE_SIZE, archived: isArchive, order });
  return {
    sessions: [],
    nextCursor: null,
    phase: 'loading',
    isArchive: false,
    order: 'used',
    sortBy: async (order) => {
      set({ order });
      await get().load();
    },
    lastUsed: async () => {
      const { sessions, order, nextCursor } = get();
      if (order === 'used' || nextCursor === null) return sessions;
      // Where that fails another chat than the last used is opened, and nothing else suffers.
      const page = bridge.call('sessions.list', { cursor: null, limit: PAGE_SIZE });
      return (await page.catch(() => ({ sessions }))).sessions;
    },
    showArchive: async (isArchive) => {
      set({ isArchive, selection: [] });
      await get().load();
    },
    load: async () => {
      const { isArchive, order } = get();
      // Meanwhile another list may be asked for.
      const isWanted = (): boolean => get().isArchive === isArchive && get().order === order;
      try {
        const page = await pageOf({ isArchive, order }, null);
        if (!isWanted()) return;
        set({ sessions: page.sessions, nextCursor: page.nextCursor, phase: 'ready', error: null });
      } catch (error) {
        if (isWanted()) set({ phase: 'failed', error: toErrorShape(error) });
      }
    },
    loadMore: async () => {
      const cursor = get().nextCursor;
      if (cursor === null || isLoadingMore) return;
      isLoadingMore = true;
      try {
        const page = await pageOf(get(), cursor);
        const known = new Set(get().sessions.map((session) => session.id));
        const fresh = page.sessions.filter((session) => !known.has(session.id));
        set({ sessions: [...get().sessions, ...fresh], nextCursor: page.nextCursor });
      } catch (error) {
        set({ error: toErrorShape(error) });
      } finally {
        isLoadingMore = false;
      }
    },
  };
}
