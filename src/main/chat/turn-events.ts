import type { TurnEvent } from '../../shared/contract/events';
import type { Emit } from '../../shared/contract/emit';
import type { SessionId, TurnId } from '../../shared/model/ids';

/** A turn's event without what all of them carry. */
export type TurnEventBody = TurnEvent extends infer Event
  ? Event extends TurnEvent
    ? Omit<Event, 'turnId' | 'sessionId' | 'sequence'>
    : never
  : never;

/** Tells the page of a turn's progress; numbers the events, so that a lost or late one is seen. */
export function createTeller(
  emit: Emit,
  turnId: TurnId,
  sessionId: SessionId,
): (event: TurnEventBody) => void {
  let sequence = 0;
  return (event) => {
    emit('turn', { ...event, turnId, sessionId, sequence: sequence++ });
  };
}
