import { catalogue } from '../../shared/catalogue/catalogue';
import { AppError } from '../../shared/errors';
import type { MessageId } from '../../shared/model/ids';
import type { ToolAnswer } from '../../shared/model/message-metadata';
import type { Clock } from '../memory/ports/clock';

/** Milliseconds a call waits for the user's word; then it is not done. */
const answerDeadlineMs = 5 * 60_000;

/** What came of a question; `unanswered` when its time had passed or the answer was stopped. */
export type Asked = ToolAnswer | 'unanswered';

/** Asks the user about the call that a message is of. */
export type AskUser = (messageId: MessageId, signal: AbortSignal) => Promise<Asked>;

/** The questions that wait for the user's word. */
export interface ToolQuestions {
  readonly ask: AskUser;
  /** Errors: `not-found` where the call does not wait (any more). */
  readonly answer: (messageId: MessageId, answer: ToolAnswer) => void;
}

/** Keeps them; whatever is not answered is a no. */
export function createToolQuestions(clock: Clock): ToolQuestions {
  const open = new Map<MessageId, (asked: Asked) => void>();
  return {
    ask: (messageId, signal) =>
      new Promise((resolve) => {
        const settle = (asked: Asked): void => {
          cancel();
          signal.removeEventListener('abort', giveUp);
          open.delete(messageId);
          resolve(asked);
        };
        const giveUp = (): void => settle('unanswered');
        const cancel = clock.after(answerDeadlineMs, giveUp);
        signal.addEventListener('abort', giveUp);
        open.set(messageId, settle);
        if (signal.aborted) giveUp();
      }),
    answer: (messageId, answer) => {
      const settle = open.get(messageId);
      if (settle === undefined) throw new AppError('not-found', catalogue.tools.stale);
      settle(answer);
    },
  };
}
