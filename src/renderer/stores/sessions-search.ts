import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createDebounce } from './pacer';
import type { SearchSlice, SessionsAccess } from './sessions-state';

/** A search starts once the keys have rested this long. */
const SEARCH_MS = 120;
/** Hits asked for. */
const HITS = 60;

/** Search over all chats while the user types; only the answer to the newest query is shown. */
export function createSearchSlice(bridge: Bridge, timers: Timers, { get, set }: SessionsAccess): SearchSlice {
  const run = createDebounce(() => void ask(), SEARCH_MS, timers);

  async function ask(): Promise<void> {
    const { query } = get();
    if (query.trim() === '') return;
    const hits = await bridge
      .call('messages.search', { query, sessionId: null, limit: HITS })
      .catch(() => [] as const);
    if (get().query === query) set({ hits });
  }

  return {
    query: '',
    hits: null,
    search: (query) => {
      if (query.trim() === '') {
        set({ query, hits: null });
        return;
      }
      set({ query });
      run();
    },
  };
}
