import { catalogue } from '../../shared/catalogue/catalogue';
import type { StartedTurn } from '../../shared/contract/calls/chat-calls';
import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { Bridge } from '../bridge';
import type { BranchesSlice } from './branches-slice';
import type { MessageWindow } from './message-window';
import { holdsMessage, withMessage } from './message-window';
import type { Timers } from './pacer';
import { showStarted } from './thread-retry';
import type { ThreadAccess } from './thread-state';

const words = catalogue.history.said;
/** How long deleted messages can be brought back from the toast. */
const UNDO_MS = 10_000;

/** The window up to a position: what followed stands in another version. */
function before(window: MessageWindow, position: number): MessageWindow {
  const messages = window.messages.filter((message) => message.position < position);
  return { ...window, messages, hasLater: false, total: position - 1 };
}

/** Runs something for the open chat; says why where it fails. */
type Attempt = (work: (sessionId: SessionId) => Promise<void>) => Promise<void>;

/** Editing, versions, pins, exclusions and deletions. */
export function createBranchesSlice(bridge: Bridge, timers: Timers, access: ThreadAccess): BranchesSlice {
  const { get, set } = access;
  const attempt: Attempt = async (work) => {
    const { sessionId } = get();
    if (sessionId === null) return;
    set({ branchError: null });
    try {
      await work(sessionId);
    } catch (error) {
      set({ branchError: toErrorShape(error) });
    }
  };
  const change = (message: Message, announcement: string): void => {
    if (get().sessionId !== message.sessionId) return;
    set({ window: withMessage(get().window, message), announcement });
    void get().refreshPreview();
  };
  return {
    editingId: null,
    branchError: null,
    startEdit: (editingId) => set({ editingId, branchError: null }),
    editLast: () => {
      const last = get().window.messages.findLast(({ role }) => role === 'user');
      if (last === undefined || get().window.hasLater) return false;
      set({ editingId: last.id, branchError: null });
      return true;
    },
    ...createAnswering(bridge, access, attempt),
    stepVersion: (messageId, step) =>
      attempt(async (sessionId) => {
        const { message } = await bridge.call('chat.stepVersion', { sessionId, messageId, step });
        if (get().sessionId !== sessionId) return;
        set({ announcement: words.version(message.version, message.versions) });
        await get().reload(message.id);
      }),
    setPinned: (messageId, pinned) =>
      attempt(async (sessionId) => {
        const message = await bridge.call('messages.pin', { sessionId, messageId, pinned });
        change(message, pinned ? words.pinned : words.unpinned);
      }),
    setExcluded: (messageId, excluded) =>
      attempt(async (sessionId) => {
        const message = await bridge.call('messages.exclude', { sessionId, messageId, excluded });
        change(message, excluded ? words.excluded : words.included);
      }),
    ...createDeleting(bridge, timers, access, attempt),
    announce: (announcement) => set({ announcement }),
  };
}

type Answering = Pick<BranchesSlice, 'submitEdit' | 'regenerate'>;

function createAnswering(bridge: Bridge, access: ThreadAccess, attempt: Attempt): Answering {
  const { get, set } = access;
  const begin = async (sessionId: SessionId, ask: () => Promise<StartedTurn>): Promise<void> => {
    if (get().sending) return;
    set({ sending: true });
    try {
      const started = await ask();
      if (get().sessionId !== sessionId) return;
      const { window } = get();
      const { message, reply } = started;
      const from = holdsMessage(window, message.id) ? reply.position : message.position;
      set({ window: before(window, from), editingId: null, announcement: catalogue.thread.answerStarted });
      showStarted(access, started);
      await get().goToNewest();
    } finally {
      set({ sending: false });
    }
  };
  return {
    submitEdit: (messageId, text) =>
      attempt((sessionId) =>
        begin(sessionId, () => bridge.call('chat.edit', { sessionId, messageId, text })),
      ),
    regenerate: (messageId, leftOut) =>
      attempt((sessionId) =>
        begin(sessionId, () =>
          bridge.call('chat.regenerate', { sessionId, messageId, ...(leftOut && { leftOut }) }),
        ),
      ),
  };
}

type Deleting = Pick<BranchesSlice, 'deleted' | 'deleteMessages' | 'undoDelete'>;

function createDeleting(
  bridge: Bridge,
  timers: Timers,
  { get, set }: ThreadAccess,
  attempt: Attempt,
): Deleting {
  let timer: number | null = null;
  const endUndo = (): void => {
    if (timer !== null) timers.clear(timer);
    timer = null;
    set({ deleted: null });
  };
  return {
    deleted: null,
    deleteMessages: (firstId, lastId) =>
      attempt(async (sessionId) => {
        const { forget } = await bridge.call('forget.messages', { sessionId, firstId, lastId });
        endUndo();
        set({ deleted: { sessionId, forgetId: forget.id, count: forget.messageCount } });
        timer = timers.set(endUndo, UNDO_MS);
        if (get().sessionId !== sessionId) return;
        set({ announcement: words.deleted, editingId: null });
        await get().reload(null);
      }),
    undoDelete: async () => {
      const { deleted } = get();
      if (deleted === null) return;
      endUndo();
      const { sessionId, forgetId } = deleted;
      try {
        await bridge.call('forget.undo', { sessionId, forgetId });
        if (get().sessionId !== sessionId) return;
        set({ announcement: words.restored });
        await get().reload(null);
      } catch (error) {
        set({ branchError: toErrorShape(error) });
      }
    },
  };
}
