import type { MessageId, TurnId } from '../../shared/model/ids';
import type { LeftOut } from '../../shared/model/left-out';
import type { Message } from '../../shared/model/message';
import type { Session } from '../../shared/model/session';

/** One turn that was begun: its question is committed, its reply is a message that streams. */
export interface BegunTurn {
  readonly turnId: TurnId;
  readonly session: Session;
  /** The parts of the files that were sent with the message, above it; none where absent. */
  readonly files?: readonly Message[] | undefined;
  readonly message: Message;
  readonly reply: Message;
  /** The reply that broke off, whose words the new one begins with; null for a new answer. */
  readonly continues: MessageId | null;
  /** What the answer is given without, for this once; nothing where absent. */
  readonly leftOut?: LeftOut | undefined;
}
