import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createEditSlice } from './sessions-edit';
import { createExportSlice } from './sessions-export';
import { createFirstRunSlice } from './sessions-first-run';
import { createHeardSlice } from './sessions-heard';
import { createImportSlice } from './sessions-import';
import { createListSlice } from './sessions-list';
import { createListPagesSlice } from './sessions-pages';
import { createSampleSlice } from './sessions-sample';
import { createSearchSlice } from './sessions-search';
import { createSelectionSlice } from './sessions-selection';
import type { SessionsState } from './sessions-state';
import { createTemporarySlice } from './sessions-temporary';

/** The store behind the chats pane: the list, the search, the import, and the ways to the first chat. */
export function createSessionsStore(bridge: Bridge, timers: Timers): StoreApi<SessionsState> {
  return createStore<SessionsState>()((set, get) => {
    const access = { get, set };
    return {
      ...createListPagesSlice(bridge, access),
      ...createListSlice(bridge, access),
      ...createHeardSlice(timers, access),
      ...createEditSlice(bridge, timers, access),
      ...createSelectionSlice(access),
      ...createTemporarySlice(bridge, access),
      ...createSearchSlice(bridge, timers, access),
      ...createImportSlice(bridge, access),
      ...createExportSlice(bridge, access),
      ...createSampleSlice(bridge, access),
      ...createFirstRunSlice(bridge, access),
    };
  });
}
