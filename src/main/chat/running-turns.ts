import type { TurnId, UserId, SessionId } from '../../shared/model/ids';
import { beginTurn, runTurn, type BegunTurn } from './turn';
import type { TurnPorts } from './turn-ports';

/** The turns that are being answered now. */
export interface RunningTurns {
  /** Commits a question and answers it in the background. Errors: `not-found`, `conflict`. */
  send(input: { userId: UserId; sessionId: SessionId; turnId: TurnId; text: string }): Promise<BegunTurn>;
  /** Stops an answer; the text so far stays. Does nothing when it has ended. */
  stop(turnId: TurnId): void;
  /** Stops every answer and waits until each is stored. */
  stopAll(): Promise<void>;
}

/** Keeps the running turns of one program. */
export function createRunningTurns(ports: TurnPorts): RunningTurns {
  const running = new Map<TurnId, { readonly abort: AbortController; readonly ended: Promise<void> }>();
  const beginning = new Set<Promise<BegunTurn>>();

  const begin: RunningTurns['send'] = async (input) => {
    const turn = await beginTurn(ports, input);
    const abort = new AbortController();
    const ended = runTurn(ports, turn, abort.signal).finally(() => running.delete(turn.turnId));
    running.set(turn.turnId, { abort, ended });
    return turn;
  };

  return {
    send: async (input) => {
      const begun = begin(input);
      beginning.add(begun);
      try {
        return await begun;
      } finally {
        beginning.delete(begun);
      }
    },
    stop: (turnId) => running.get(turnId)?.abort.abort(),
    stopAll: async () => {
      // A question that is being committed just now becomes an answer that must be stopped too.
      await Promise.allSettled(beginning);
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
