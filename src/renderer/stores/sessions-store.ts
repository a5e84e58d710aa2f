import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createEditSlice } from './sessions-edit';
import { createImportSlice } from './sessions-import';
import { createListSlice } from './sessions-list';
import { createListPagesSlice } from './sessions-pages';
import { createSearchSlice } from './sessions-search';
import type { SessionsState } from './sessions-state';

/** The store behind the chats pane: the list, the search, the import. */
export function createSessionsStore(bridge: Bridge, timers: Timers): StoreApi<SessionsState> {
  return createStore<SessionsState>()((set, get) => {
    const access = { get, set };
    return {
      ...createListPagesSlice(bridge, access),
      ...createListSlice(bridge, access),
      ...createEditSlice(bridge, timers, access),
      ...createSearchSlice(bridge, timers, access),
      ...createImportSlice(bridge, access),
    };
  });
}
