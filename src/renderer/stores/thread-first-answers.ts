import type { Message } from '../../shared/model/message';
import type { Bridge } from '../bridge';
import type { FirstAnswersSlice, ThreadAccess } from './thread-state';

/** The answers that gave way to a second one, read when they are asked for. */
export function createFirstAnswersSlice(bridge: Bridge, { get, set }: ThreadAccess): FirstAnswersSlice {
  return {
    firstAnswers: {},
    readFirstAnswer: async (sessionId, turnId) => {
      const read = (): Promise<Message | null> => bridge.call('chat.firstAnswer', { sessionId, turnId });
      const answer = await read().catch(() => 'failed' as const);
      set({ firstAnswers: { ...get().firstAnswers, [turnId]: answer ?? 'gone' } });
    },
  };
}
