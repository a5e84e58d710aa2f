import { toErrorShape } from '../../shared/errors';
import type { MessageId, SessionId } from '../../shared/model/ids';
import type { SearchAnswer } from '../../shared/model/search';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createDebounce } from './pacer';
import type { SearchSlice, SearchSpan, ShownFilters } from './search-state';
import type { SessionsAccess } from './sessions-state';

/** A search starts once the keys have rested this long. */
const SEARCH_MS = 120;
/** Hits asked for, of each kind. */
const LIMIT = 80;
const DAY_MS = 86_400_000;
const spanDays: Readonly<Record<SearchSpan, number>> = { any: Infinity, week: 7, month: 31, year: 366 };

/** Filters that narrow nothing. */
const noFilters: ShownFilters = { kind: 'all', sessionId: null, role: null, span: 'any' };

/** What was found without what is in one chat, for when that chat is deleted. */
export function foundWithout(found: SearchAnswer | null, sessionId: SessionId): SearchAnswer | null {
  if (found === null) return null;
  const isOther = (hit: { readonly sessionId: SessionId }): boolean => hit.sessionId !== sessionId;
  return {
    ...found,
    titles: found.titles.filter(({ id }) => id !== sessionId),
    messages: found.messages.filter(isOther),
    summaries: found.summaries.filter(isOther),
    perChat: found.perChat.filter(isOther),
  };
}

function sinceOf(span: SearchSpan): number {
  return Math.max(0, Date.now() - spanDays[span] * DAY_MS);
}

/** Reads what is known of the chosen message; of several chosen one after another only the last is shown. */
function createDetailPart(
  bridge: Bridge,
  { set }: SessionsAccess,
): Pick<SearchSlice, 'detail' | 'showDetail'> {
  let wanted: MessageId | null = null;
  return {
    detail: null,
    showDetail: async (messageId) => {
      wanted = messageId;
      if (messageId === null) {
        set({ detail: null });
        return;
      }
      // A message that is gone shows nothing beside its hit.
      const detail = await bridge.call('search.detail', { messageId }).catch(() => null);
      if (wanted === messageId) set({ detail });
    },
  };
}

/**
 * Search over everything while the user types. Only what answers the newest question is shown: an older answer is
 * taken away with the first other letter, and stays while only a filter changes.
 */
export function createSearchSlice(bridge: Bridge, timers: Timers, access: SessionsAccess): SearchSlice {
  const { get, set } = access;
  let epoch = 0;
  const askSoon = createDebounce(() => void ask(), SEARCH_MS, timers);

  async function ask(): Promise<void> {
    const { query, filters } = get();
    if (query.trim() === '') return;
    const mine = ++epoch;
    const { sessionId, role, span } = filters;
    const start = performance.now();
    try {
      const narrowed = { sessionId, role, since: sinceOf(span) };
      const found = await bridge.call('search.find', { query, filters: narrowed, limit: LIMIT });
      if (mine === epoch) set({ found, foundMs: performance.now() - start, searchError: null });
    } catch (error) {
      if (mine === epoch) set({ found: null, searchError: toErrorShape(error) });
    }
  }

  return {
    isSearchOpen: false,
    query: '',
    filters: noFilters,
    found: null,
    foundMs: 0,
    searchError: null,
    ...createDetailPart(bridge, access),
    openSearch: (filters = {}) => {
      set({ isSearchOpen: true, filters: { ...noFilters, ...filters } });
      void ask();
    },
    closeSearch: () => set({ isSearchOpen: false, detail: null }),
    search: (query) => {
      const isSame = query.trim() === get().query.trim();
      set({ query });
      if (isSame) return;
      epoch += 1;
      set({ found: null, searchError: null });
      if (query.trim() !== '') askSoon();
    },
    setFilters: (change) => {
      set({ filters: { ...get().filters, ...change } });
      if (Object.keys(change).some((name) => name !== 'kind')) void ask();
    },
    searchAgain: async () => {
      set({ searchError: null });
      await ask();
    },
  };
}
