import type { MessageId, SessionId, TurnId, UserId } from '../../shared/model/ids';
import type { BegunTurn } from './begun-turn';
import { replyOrigin } from './reply-origin';
import type { TurnPorts } from './turn-ports';

/** A message and the turn that is to be begun beside it. */
export interface BranchPoint {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly messageId: MessageId;
  readonly turnId: TurnId;
}

/** Step 1 where a question is asked in other words: another version of it. Errors: `not-found`, `conflict`. */
export async function beginEdit(
  ports: TurnPorts,
  input: BranchPoint & { readonly text: string },
): Promise<BegunTurn> {
  return told(ports, input, await ports.engine.editTurn({ ...input, ...replyOrigin(ports) }));
}

/** Step 1 where an answer is given anew: another version of it. Errors: `not-found`, `conflict`. */
export async function beginAnew(
  ports: TurnPorts,
  { leftOut, ...input }: BranchPoint & Pick<BegunTurn, 'leftOut'>,
): Promise<BegunTurn> {
  const begun = told(ports, input, await ports.engine.regenerateTurn({ ...input, ...replyOrigin(ports) }));
  // The question itself is asked again, whatever is left out.
  const messages = leftOut?.messages.filter((id) => id !== begun.message.id) ?? [];
  return { ...begun, leftOut: leftOut && { ...leftOut, messages } };
}

function told(
  ports: TurnPorts,
  { turnId }: BranchPoint,
  begun: Pick<BegunTurn, 'session' | 'message' | 'reply'>,
): BegunTurn {
  ports.emit('session-changed', { session: begun.session });
  // Summaries of what left the path have given way, or came back with it.
  ports.emit('summaries-changed', { sessionId: begun.session.id });
  ports.onJobsEnqueued();
  return { turnId, ...begun, continues: null };
}
