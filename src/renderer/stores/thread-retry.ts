import { catalogue } from '../../shared/catalogue/catalogue';
import type { StartedTurn } from '../../shared/contract/calls/chat-calls';
import { toErrorShape } from '../../shared/errors';
import type { MessageId } from '../../shared/model/ids';
import type { Bridge } from '../bridge';
import { holdsMessage, withMessage } from './message-window';
import type { ThreadAccess, TurnSlice } from './thread-state';

/** Puts a turn that was begun into the window; the reply may have ended meanwhile: what its last event brought is newer. */
export function showStarted({ get, set }: ThreadAccess, started: StartedTurn): void {
  const sent = [...(started.files ?? []), started.message];
  const held = sent.reduce(withMessage, get().window);
  set({ window: holdsMessage(held, started.reply.id) ? held : withMessage(held, started.reply) });
}

/** Another answer in the place of one that failed or was stopped. */
export function createRetrySlice(
  bridge: Bridge,
  access: ThreadAccess,
): Pick<TurnSlice, 'retry' | 'continueReply'> {
  const { get, set } = access;

  async function again(call: 'chat.retry' | 'chat.continue', messageId: MessageId): Promise<void> {
    const { sessionId, sending } = get();
    if (sessionId === null || sending) return;
    set({ sending: true, sendError: null });
    try {
      const started = await bridge.call(call, { sessionId, messageId });
      if (get().sessionId !== sessionId) return;
      set({ announcement: catalogue.thread.answerStarted });
      showStarted(access, started);
      await get().goToNewest();
    } catch (error) {
      set({ sendError: toErrorShape(error) });
    } finally {
      set({ sending: false });
    }
  }

  return {
    retry: (replyId) => again('chat.retry', replyId),
    continueReply: (replyId) => again('chat.continue', replyId),
  };
}
