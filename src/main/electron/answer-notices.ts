import { catalogue } from '../../shared/catalogue/catalogue';
import type { EventEnvelope, TurnEvent } from '../../shared/contract/events';
import type { SessionId } from '../../shared/model/ids';

/** A notification to the user: a title, and the name of a chat or nothing. */
export interface AnswerNotice {
  readonly title: string;
  readonly body: string;
}

/** What the notices need of the world. */
export interface AnswerNoticePorts {
  /** Whether the user looks at something else than a window of the program. */
  readonly isAway: () => boolean;
  readonly isWanted: () => boolean;
  /** The name of a chat; null where none may be told. Rejects for a chat that is gone. */
  readonly titleOf: (sessionId: SessionId) => Promise<string | null>;
  /** Shows a notice; returns what takes it away. */
  readonly show: (notice: AnswerNotice, onChosen: () => void) => () => void;
  readonly onChosen: (sessionId: SessionId) => void;
}

/**
 * Tells a user who is elsewhere that an answer has ended, or waits for permission. Nothing of the answer itself is told:
 * others may see the screen.
 */
export function createAnswerNotices(ports: AnswerNoticePorts): (event: EventEnvelope) => Promise<void> {
  const shown = new Map<SessionId, () => void>();
  const takeAway = (sessionId: SessionId): void => {
    shown.get(sessionId)?.();
    shown.delete(sessionId);
  };
  const tell = async (sessionId: SessionId, title: string): Promise<void> => {
    let body: string;
    try {
      body = (await ports.titleOf(sessionId)) ?? '';
    } catch {
      // Deleted while it was being answered: there is nothing to come back to.
      return;
    }
    takeAway(sessionId);
    const chosen = (): void => {
      shown.delete(sessionId);
      ports.onChosen(sessionId);
    };
    shown.set(sessionId, ports.show({ title, body }, chosen));
  };
  return async ({ name, payload }) => {
    // The chats of one user are not another's to open.
    if (name === 'users-changed') for (const sessionId of [...shown.keys()]) takeAway(sessionId);
    if (name === 'session-removed') takeAway(payload.sessionId);
    if (name !== 'turn') return;
    const reason = reasonOf(payload);
    if (reason === null || !ports.isWanted() || !ports.isAway()) return;
    await tell(payload.sessionId, catalogue.native.answered[reason]);
  };
}

/** Why an event of a turn concerns a user who is elsewhere; null where it does not. */
function reasonOf(event: TurnEvent): keyof typeof catalogue.native.answered | null {
  if (event.kind === 'done' || event.kind === 'failed') return event.kind;
  const asks =
    event.kind === 'tools' && event.messages.some(({ metadata }) => metadata?.tool?.status === 'asking');
  return asks ? 'asking' : null;
}
