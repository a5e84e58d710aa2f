import type { MessageId, SessionId } from '../../shared/model/ids';
import type { MessagePage } from '../../shared/model/message';
import { emptyWindow, holdsMessage, windowOf } from './message-window';
import type { Timers } from './pacer';
import type { PageReading } from './thread-reading';
import type { Arrival, PagesSlice, Place, ThreadAccess } from './thread-state';

/** How long a message flashes after a jump. */
const FLASH_MS = 2_000;

/** Where an opened chat is shown from. */
type Target =
  | { readonly kind: 'bottom' }
  | { readonly kind: 'source'; readonly messageId: MessageId }
  | { readonly kind: 'place'; readonly messageId: MessageId; readonly offset: number };

const closed = {
  sessionId: null,
  phase: 'idle',
  window: emptyWindow,
  flashId: null,
  snapshots: {},
} as const;

/** The page to start with; a message that is gone leaves the chat at its end. */
async function firstPage(
  reading: PageReading,
  sessionId: SessionId,
  target: Target,
): Promise<readonly [MessagePage, Target]> {
  if (target.kind !== 'bottom') {
    try {
      return [await reading.page(sessionId, { kind: 'around', messageId: target.messageId }), target];
    } catch {
      // Forgotten or moved off the path since: there is nothing to go to.
    }
  }
  return [await reading.page(sessionId, { kind: 'newest' }), { kind: 'bottom' }];
}

/** Marks a message for two seconds. */
function createFlash(timers: Timers, { set }: ThreadAccess): (messageId: MessageId) => void {
  let timer: number | null = null;
  return (messageId) => {
    if (timer !== null) timers.clear(timer);
    set({ flashId: messageId });
    timer = timers.set(() => set({ flashId: null }), FLASH_MS);
  };
}

/** Replaces the window as a whole; of several under way only the last counts. */
function createReplace(
  reading: PageReading,
  { get, set }: ThreadAccess,
  arriveAt: (target: Target) => Arrival,
): (sessionId: SessionId, target: Target) => Promise<void> {
  let epoch = 0;
  return async (sessionId, target) => {
    const mine = ++epoch;
    try {
      const [page, reached] = await firstPage(reading, sessionId, target);
      if (mine !== epoch || get().sessionId !== sessionId) return;
      const windowId = get().windowId + 1;
      set({ phase: 'ready', window: windowOf(page), windowId, arrival: arriveAt(reached) });
      await reading.snapshots(sessionId, page);
    } catch {
      if (mine === epoch && get().phase !== 'ready') set({ phase: 'failed' });
    }
  };
}

/** Opening a chat: at a message, at the place it was left at, or at its end. */
export function createPagesSlice(reading: PageReading, timers: Timers, access: ThreadAccess): PagesSlice {
  const { get, set } = access;
  const places = new Map<SessionId, Place>();
  let tokens = 0;
  const arriveAt = (target: Target): Arrival => ({ ...target, token: ++tokens });
  const flash = createFlash(timers, access);
  const replaceWindow = createReplace(reading, access, arriveAt);

  const openAt = async (sessionId: SessionId, messageId: MessageId): Promise<void> => {
    const isHeld = get().sessionId === sessionId && holdsMessage(get().window, messageId);
    if (isHeld) set({ arrival: arriveAt({ kind: 'source', messageId }) });
    else await replaceWindow(sessionId, { kind: 'source', messageId });
    if (get().sessionId === sessionId && holdsMessage(get().window, messageId)) flash(messageId);
  };

  return {
    ...closed,
    windowId: 0,
    arrival: { kind: 'bottom', token: 0 },
    open: async (sessionId, messageId) => {
      const isOpen = get().sessionId === sessionId;
      if (messageId === undefined && isOpen && get().phase === 'ready') return;
      if (!isOpen)
        set({ ...closed, sessionId, phase: 'loading', preview: null, sendError: null, draftTokens: 0 });
      if (messageId !== undefined) return openAt(sessionId, messageId);
      const place = places.get(sessionId);
      await replaceWindow(sessionId, place === undefined ? { kind: 'bottom' } : { kind: 'place', ...place });
    },
    close: () => set({ ...closed, preview: null }),
    goToNewest: async () => {
      const { sessionId, window } = get();
      if (sessionId === null) return;
      if (window.hasLater) await replaceWindow(sessionId, { kind: 'bottom' });
      else set({ arrival: arriveAt({ kind: 'bottom' }) });
    },
    redraw: (window) => {
      const { sessionId, windowId } = get();
      const place = sessionId === null ? undefined : places.get(sessionId);
      const arrival = arriveAt(place === undefined ? { kind: 'bottom' } : { kind: 'place', ...place });
      set({ window, windowId: windowId + 1, arrival });
    },
    reload: async (messageId) => {
      const { sessionId } = get();
      if (sessionId === null) return;
      const place = places.get(sessionId);
      if (messageId !== null) await replaceWindow(sessionId, { kind: 'source', messageId });
      else
        await replaceWindow(
          sessionId,
          place === undefined ? { kind: 'bottom' } : { kind: 'place', ...place },
        );
    },
    keepPlace: (sessionId, place) => {
      if (place === null) places.delete(sessionId);
      else places.set(sessionId, place);
    },
  };
}
