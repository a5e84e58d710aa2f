import type { MessagePage } from '../../shared/model/message';
import type { MessageWindow } from './message-window';
import { withEarlier, withLater } from './message-window';
import type { PageReading } from './thread-reading';
import type { ExtendSlice, ThreadAccess, ThreadState } from './thread-state';

type Snapshots = ThreadState['snapshots'];

/** The window after its newest page was read again; one that does not reach that page stays and says so. */
function withNewest(window: MessageWindow, page: MessagePage): MessageWindow {
  const first = page.messages[0]?.position ?? 1;
  const last = window.messages.at(-1)?.position ?? 0;
  if (last + 1 < first) return { ...window, hasLater: true, total: page.total };
  const kept = window.messages.filter((message) => message.position < first);
  const hasEarlier = kept.length > 0 ? window.hasEarlier : page.hasEarlier;
  return { messages: [...kept, ...page.messages], hasEarlier, hasLater: false, total: page.total };
}

/** The snapshots of the turns that the window still holds: they are long, and read again with their page. */
function snapshotsWithin(snapshots: Snapshots, window: MessageWindow): Snapshots {
  const held = new Set(window.messages.map((message) => message.turnId as string | null));
  return Object.fromEntries(Object.entries(snapshots).filter(([turnId]) => held.has(turnId)));
}

/** Growing the window at its ends, and reading its newest part again. */
export function createExtendSlice(reading: PageReading, { get, set }: ThreadAccess): ExtendSlice {
  const busy = { earlier: false, later: false };

  const extend = async (side: 'earlier' | 'later'): Promise<void> => {
    const { sessionId, window, windowId } = get();
    const edge = side === 'earlier' ? window.messages[0] : window.messages.at(-1);
    const hasMore = side === 'earlier' ? window.hasEarlier : window.hasLater;
    if (sessionId === null || edge === undefined || !hasMore || busy[side]) return;
    busy[side] = true;
    try {
      const kind = side === 'earlier' ? 'before' : 'after';
      const page = await reading.page(sessionId, { kind, position: edge.position });
      if (get().windowId !== windowId || get().sessionId !== sessionId) return;
      const before = get().window;
      const grown = side === 'earlier' ? withEarlier(before, page) : withLater(before, page);
      const isCutInFront = (grown.messages[0]?.position ?? 1) > (before.messages[0]?.position ?? 1);
      if (isCutInFront) get().redraw(grown);
      else set({ window: grown });
      set({ snapshots: snapshotsWithin(get().snapshots, grown) });
      await reading.snapshots(sessionId, page);
    } catch {
      // The list asks again when it reaches this end the next time.
    } finally {
      busy[side] = false;
    }
  };

  return {
    loadEarlier: () => extend('earlier'),
    loadLater: () => extend('later'),
    refetch: async () => {
      const { sessionId, windowId } = get();
      if (sessionId === null) return;
      const page = await reading.page(sessionId, { kind: 'newest' });
      if (get().windowId !== windowId || get().sessionId !== sessionId) return;
      set({ window: withNewest(get().window, page) });
      await reading.snapshots(sessionId, page);
    },
  };
}
