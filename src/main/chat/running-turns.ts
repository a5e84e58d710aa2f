import type { MessageId, SessionId, TurnId, UserId } from '../../shared/model/ids';
import { beginAnew, beginEdit, type BranchPoint } from './begin-branch';
import type { BegunTurn } from './begun-turn';
import { beginRetry, beginTurn, runTurn } from './turn';
import type { TurnPorts } from './turn-ports';

/** The turns that are being answered now. */
export interface RunningTurns {
  /** Commits a question and answers it in the background. Errors: `not-found`, `conflict`. */
  send(input: { userId: UserId; sessionId: SessionId; turnId: TurnId; text: string }): Promise<BegunTurn>;
  /**
   * Answers the last question again, or with `keepText` goes on with its reply. Errors: `not-found`, `conflict`.
   */
  retry(input: {
    userId: UserId;
    sessionId: SessionId;
    turnId: TurnId;
    replyId: MessageId;
    keepText: boolean;
  }): Promise<BegunTurn>;
  /** Asks a question in other words, in a version beside it. Errors: `not-found`, `conflict`. */
  edit(input: BranchPoint & { readonly text: string }): Promise<BegunTurn>;
  /** Gives an answer anew, in a version beside it, some messages left out. Errors: `not-found`, `conflict`. */
  regenerate(input: BranchPoint & Pick<BegunTurn, 'leftOut'>): Promise<BegunTurn>;
  /** Stops an answer; the text so far stays. Does nothing when it has ended. */
  stop(turnId: TurnId): void;
  /** Stops the answer a session is being given and waits until it is stored. */
  stopSession(sessionId: SessionId): Promise<void>;
  /** Stops every answer and waits until each is stored. */
  stopAll(): Promise<void>;
}

interface RunningTurn {
  readonly sessionId: SessionId;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Keeps the running turns of one program. */
export function createRunningTurns(ports: TurnPorts): RunningTurns {
  const running = new Map<TurnId, RunningTurn>();
  const beginning = new Set<Promise<BegunTurn>>();

  const answerOnce = async (committed: Promise<BegunTurn>): Promise<BegunTurn> => {
    const turn = await committed;
    const abort = new AbortController();
    const ended = runTurn(ports, turn, abort.signal).finally(() => running.delete(turn.turnId));
    running.set(turn.turnId, { sessionId: turn.session.id, abort, ended });
    return turn;
  };

  const begin = async (committed: Promise<BegunTurn>): Promise<BegunTurn> => {
    const begun = answerOnce(committed);
    beginning.add(begun);
    try {
      return await begun;
    } finally {
      beginning.delete(begun);
    }
  };

  return {
    send: (input) => begin(beginTurn(ports, input)),
    retry: (input) => begin(beginRetry(ports, input)),
    edit: (input) => begin(beginEdit(ports, input)),
    regenerate: (input) => begin(beginAnew(ports, input)),
    stop: (turnId) => running.get(turnId)?.abort.abort(),
    stopSession: async (sessionId) => {
      const turns = [...running.values()].filter((turn) => turn.sessionId === sessionId);
      for (const { abort } of turns) abort.abort();
      await Promise.all(turns.map(({ ended }) => ended));
    },
    stopAll: async () => {
      // A question that is being committed just now becomes an answer that must be stopped too.
      await Promise.allSettled(beginning);
      const all = [...running.values()];
      for (const { abort } of all) abort.abort();
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
