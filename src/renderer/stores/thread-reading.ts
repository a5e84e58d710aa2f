import type { MessageId, SessionId } from '../../shared/model/ids';
import type { MessagePage } from '../../shared/model/message';
import type { Bridge } from '../bridge';
import type { ThreadAccess } from './thread-state';

/** Messages a page asks for. */
const PAGE_SIZE = 60;

/** Which page of a chat is read. */
export type Anchor =
  | { readonly kind: 'newest' }
  | { readonly kind: 'before' | 'after'; readonly position: number }
  | { readonly kind: 'around'; readonly messageId: MessageId };

/** Reads pages of messages and what was recalled for the replies on them. */
export interface PageReading {
  readonly page: (sessionId: SessionId, anchor: Anchor) => Promise<MessagePage>;
  /** Puts the snapshots of a page's turns into the store; those it has already are not read again. */
  readonly snapshots: (sessionId: SessionId, page: MessagePage) => Promise<void>;
}

/** Builds the {@link PageReading} over the bridge. */
export function createPageReading(bridge: Bridge, { get, set }: ThreadAccess): PageReading {
  return {
    page: (sessionId, anchor) => bridge.call('messages.page', { sessionId, anchor, limit: PAGE_SIZE }),
    snapshots: async (sessionId, page) => {
      const known = get().snapshots;
      const turns = page.messages.flatMap((message) =>
        message.role === 'assistant' && message.turnId !== null ? [message.turnId] : [],
      );
      const turnIds = [...new Set(turns)].filter((turnId) => known[turnId] === undefined);
      if (turnIds.length === 0) return;
      const found = await bridge.call('memory.snapshots', { sessionId, turnIds });
      if (get().sessionId !== sessionId) return;
      const read = Object.fromEntries(found.map((snapshot) => [snapshot.turnId, snapshot]));
      set({ snapshots: { ...read, ...get().snapshots } });
    },
  };
}
