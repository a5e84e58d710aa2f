import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import type { Timers } from './pacer';
import { createDebounce } from './pacer';
import type { Found, SearchSlice, SessionsAccess } from './sessions-state';

/** A search starts once the keys have rested this long. */
const SEARCH_MS = 120;
/** Messages asked for. */
const MESSAGES = 60;
/** Chats asked for. */
const CHATS = 20;

/** What was found without what is in one chat, for when that chat is deleted. */
export function foundWithout(found: Found | null, sessionId: SessionId): Found | null {
  if (found === null) return null;
  return {
    chats: found.chats.filter((session) => session.id !== sessionId),
    messages: found.messages.filter((hit) => hit.sessionId !== sessionId),
  };
}

/**
 * Search over the titles and messages of all chats while the user types. Both are asked together and shown together,
 * and only what answers the newest query: an older answer is taken away with the first other letter.
 */
export function createSearchSlice(bridge: Bridge, timers: Timers, { get, set }: SessionsAccess): SearchSlice {
  let epoch = 0;
  const askSoon = createDebounce(() => void ask(), SEARCH_MS, timers);

  async function ask(): Promise<void> {
    const { query } = get();
    if (query.trim() === '') return;
    const mine = ++epoch;
    try {
      const [chats, messages] = await Promise.all([
        bridge.call('sessions.search', { query, limit: CHATS }),
        bridge.call('messages.search', { query, sessionId: null, limit: MESSAGES }),
      ]);
      if (mine === epoch) set({ found: { chats, messages }, searchError: null });
    } catch (error) {
      if (mine === epoch) set({ found: null, searchError: toErrorShape(error) });
    }
  }

  return {
    query: '',
    found: null,
    searchError: null,
    search: (query) => {
      const isSame = query.trim() === get().query.trim();
      set({ query });
      if (isSame) return;
      epoch += 1;
      set({ found: null, searchError: null });
      if (query.trim() !== '') askSoon();
    },
    searchAgain: async () => {
      set({ searchError: null });
      await ask();
    },
  };
}
