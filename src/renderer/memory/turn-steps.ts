import type { TurnId } from '../../shared/model/ids';
import type { ThreadState } from '../stores/thread-state';

/** Where one can go from the shown turn. */
export interface TurnSteps {
  readonly previous: TurnId | null;
  readonly next: TurnId | null;
  /** The chat's last answered turn, as far as the thread's window reaches; null where it does not. */
  readonly last: TurnId | null;
}

/** The answered turns that the thread's window holds and that have something to show, in the order of the path. */
function heldTurns({ window, snapshots }: Pick<ThreadState, 'window' | 'snapshots'>): readonly TurnId[] {
  const turns = window.messages.flatMap((message) =>
    message.role === 'assistant' && message.turnId !== null ? [message.turnId] : [],
  );
  return [...new Set(turns)].filter((turnId) => snapshots[turnId] !== undefined);
}

/** The neighbours of a turn; none where the thread has moved to a part of the chat without it. */
export function turnSteps(thread: Pick<ThreadState, 'window' | 'snapshots'>, shown: TurnId): TurnSteps {
  const turns = heldTurns(thread);
  const index = turns.indexOf(shown);
  const last = thread.window.hasLater ? null : (turns.at(-1) ?? null);
  if (index < 0) return { previous: null, next: null, last };
  return { previous: turns[index - 1] ?? null, next: turns[index + 1] ?? null, last };
}
