import { catalogue } from '../../shared/catalogue/catalogue';
import type { StartedTurn } from '../../shared/contract/calls/chat-calls';
import { toErrorShape } from '../../shared/errors';
import type { SessionId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import { createRetrySlice, showStarted } from './thread-retry';
import type { Timers } from './pacer';
import type { ThreadAccess, TurnSlice } from './thread-state';
import { createTurnReceiver } from './turn-receiver';

/** Files that were sent wait no longer; those attached while the message was being committed do. */
function takeSentFiles({ get, set }: ThreadAccess, sessionId: SessionId, { files = [] }: StartedTurn): void {
  const sent = new Set(files.map((part) => part.metadata?.attachment?.fileId));
  get().acceptFiles(
    sessionId,
    (get().draftFiles[sessionId] ?? []).filter((file) => !sent.has(file.id)),
  );
  set({ fileErrors: [] });
}

/** Sending a message, stopping its answer, and the answer as it arrives. */
export function createTurnSlice(bridge: Bridge, timers: Timers, access: ThreadAccess): TurnSlice {
  const { get, set } = access;

  async function send(): Promise<void> {
    const { sessionId, sending, drafts } = get();
    const text = sessionId === null ? '' : (drafts[sessionId] ?? '');
    if (sessionId === null || sending || text.trim() === '') return;
    set({ sending: true, sendError: null });
    try {
      const sent = await bridge.call('chat.send', { sessionId, text });
      // Words typed while the message was being committed stay in the field.
      if (get().drafts[sessionId] === text) {
        set({ drafts: { ...get().drafts, [sessionId]: '' }, draftTokens: 0 });
      }
      takeSentFiles(access, sessionId, sent);
      if (get().sessionId !== sessionId) return;
      set({ announcement: catalogue.thread.answerStarted });
      showStarted(access, sent);
      await get().goToNewest();
    } catch (error) {
      set({ sendError: toErrorShape(error) });
    } finally {
      set({ sending: false });
    }
  }

  return {
    waiting: {},
    ...createRetrySlice(bridge, access),
    liveText: {},
    running: {},
    sending: false,
    sendError: null,
    announcement: '',
    send,
    stop: async (turnId) => {
      await bridge.call('chat.stop', { turnId }).catch(() => null);
    },
    answerTool: async (messageId, answer) => {
      const { sessionId } = get();
      if (sessionId === null) return;
      try {
        await bridge.call('tools.answer', { sessionId, messageId, answer });
      } catch {
        set({ announcement: catalogue.tools.answerFailed });
        await get().refetch();
      }
    },
    receive: createTurnReceiver(timers, access),
  };
}
