import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createBranchesSlice } from './thread-branches';
import { createComposerSlice } from './thread-composer';
import { createDraftKeeper } from './thread-drafts';
import { createExtendSlice } from './thread-extend';
import { createFilesSlice } from './thread-files';
import { createFirstAnswersSlice } from './thread-first-answers';
import { createPagesSlice } from './thread-pages';
import { createPageReading } from './thread-reading';
import type { ThreadState } from './thread-state';
import { createTurnSlice } from './thread-turn';

/** The store behind the thread pane: pages of the open chat, its running turn, its draft. */
export function createThreadStore(bridge: Bridge, timers: Timers): StoreApi<ThreadState> {
  return createStore<ThreadState>()((set, get, store) => {
    const access = { get, set };
    const reading = createPageReading(bridge, access);
    const keeper = createDraftKeeper(bridge, timers, access);
    store.subscribe(keeper.follow);
    return {
      ...createPagesSlice(reading, timers, access),
      ...createExtendSlice(reading, access),
      ...createTurnSlice(bridge, timers, access),
      ...createBranchesSlice(bridge, timers, access),
      ...createFirstAnswersSlice(bridge, access),
      ...createFilesSlice(bridge, access),
      ...createComposerSlice(bridge, timers, access, keeper),
    };
  });
}
