import type { TurnEvent } from '../../shared/contract/events';
import { assertNever } from '../../shared/assert-never';
import type { AppErrorShape } from '../../shared/errors';
import type { SessionId, TurnId } from '../../shared/model/ids';
import type { Message } from '../../shared/model/message';
import type { TurnSnapshot } from '../../shared/model/snapshot';

/** Events held back for a missing one before it counts as lost. */
const HELD_AT_MOST = 8;

/** A request that is made again at `until` (ms since 1970), as `attempt` of `attempts`. */
export type Waiting = Pick<
  Extract<TurnEvent, { kind: 'waiting' }>,
  'error' | 'attempt' | 'attempts' | 'until'
>;

/** A turn as far as its events have told it. */
export interface LiveTurn {
  readonly turnId: TurnId;
  readonly sessionId: SessionId;
  /** The sequence number the next event must have. */
  readonly expected: number;
  /** Events that came too early, by sequence. */
  readonly held: readonly TurnEvent[];
  /** The reply so far; meaningless once `lost`. */
  readonly text: string;
  /** Whether an event is missing for good: the reply must then be read from main. */
  readonly lost: boolean;
  readonly snapshot: TurnSnapshot | null;
  /** Messages of its tool calls as they came, the newest last; one that changed comes again. */
  readonly messages: readonly Message[];
  /** Why and until when nothing comes; null while something may. */
  readonly waiting: Waiting | null;
  /** The finished reply; null while the turn runs. */
  readonly reply: Message | null;
  readonly error: AppErrorShape | null;
  /** The reply that took the place of the first one; null while there was no second look. */
  readonly begun: Message | null;
}

/** A turn of which no event has come yet. */
export function newLiveTurn(turnId: TurnId, sessionId: SessionId): LiveTurn {
  return {
    turnId,
    sessionId,
    expected: 0,
    held: [],
    text: '',
    lost: false,
    snapshot: null,
    messages: [],
    waiting: null,
    reply: null,
    error: null,
    begun: null,
  };
}

/**
 * The turn after one more event. Late copies are ignored, early events wait for the missing one, and a final event
 * ends the turn at once, since it carries the whole reply. With more than {@link HELD_AT_MOST} early events
 * the missing one is lost.
 */
export function advanceTurn(turn: LiveTurn, event: TurnEvent): LiveTurn {
  if (turn.reply !== null || event.sequence < turn.expected) return turn;
  if (event.kind === 'done' || event.kind === 'failed') return apply(turn, event);
  if (event.sequence === turn.expected) return drain(apply(turn, event));
  if (turn.held.some((early) => early.sequence === event.sequence)) return turn;
  const held = [...turn.held, event].sort((a, b) => a.sequence - b.sequence);
  if (held.length <= HELD_AT_MOST) return { ...turn, held };
  return drain({ ...turn, held, lost: true, expected: held[0]?.sequence ?? turn.expected });
}

function drain(turn: LiveTurn): LiveTurn {
  const [next, ...rest] = turn.held;
  if (next?.sequence !== turn.expected) return turn;
  return drain(apply({ ...turn, held: rest }, next));
}

function apply(turn: LiveTurn, event: TurnEvent): LiveTurn {
  const told = { ...turn, expected: event.sequence + 1, waiting: null };
  switch (event.kind) {
    case 'context':
      return { ...told, snapshot: event.snapshot };
    case 'delta':
      return { ...told, text: turn.text + event.text };
    case 'tools':
      // The answer that was growing calls tools: it is told whole, and what comes now is the next one's.
      return {
        ...told,
        messages: [...turn.messages, ...event.messages],
        text: startsAnew(event.messages) ? '' : turn.text,
      };
    case 'waiting': {
      const { error, attempt, attempts, until } = event;
      return { ...told, waiting: { error, attempt, attempts, until } };
    }
    case 'again':
      return { ...told, text: '', begun: event.reply };
    case 'done':
      return { ...told, held: [], reply: event.reply, snapshot: event.snapshot ?? turn.snapshot };
    case 'failed':
      return { ...told, held: [], reply: event.reply, error: event.error };
    default:
      return assertNever(event);
  }
}

function startsAnew(messages: readonly Message[]): boolean {
  return messages.some(({ role, state }) => role === 'assistant' && state === 'streaming');
}
