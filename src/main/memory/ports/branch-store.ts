import type { MessageId, SessionId, TurnId, UserId } from '../../../shared/model/ids';
import type { Message, Provenance } from '../../../shared/model/message';
import type { Session } from '../../../shared/model/session';

/** One message of a chat. */
interface MessagePlace {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly messageId: MessageId;
}

/** What a new reply begins with. */
interface ReplyBeginning {
  readonly turnId: TurnId;
  readonly replyProvenance: Provenance;
  readonly model: string;
}

/** A question and its streaming reply, as they were committed. */
interface BegunTurn {
  readonly session: Session;
  readonly message: Message;
  readonly reply: Message;
}

/** A chat's path up to one message, as a chat of its own is made of it. */
export interface ChatCopy extends Pick<Session, 'title' | 'recallScope' | 'strategy' | 'temporary'> {
  readonly messages: readonly CopiedMessage[];
}

/** One message of a copy; `originId` is the message it was first said as. */
export interface CopiedMessage extends Pick<
  Message,
  'role' | 'author' | 'content' | 'state' | 'provenance' | 'error' | 'createdAt' | 'pinned' | 'excluded'
> {
  readonly originId: MessageId;
  readonly model: string | null;
  readonly metadata: string | null;
}

/**
 * Versions of a chat: a message is never changed, another is put beside it and the active path goes through it. Each
 * method is one transaction. Errors of all: `not-found`; `conflict` while the session answers.
 */
export interface BranchStore {
  /** Puts a new question beside one of the path and a streaming reply below it. `conflict` unless it is the user's. */
  editTurn(input: MessagePlace & ReplyBeginning & { readonly text: string }): Promise<BegunTurn>;
  /** Puts a streaming reply beside one of the path. `conflict` unless it answers a message that memory sees. */
  regenerateTurn(input: MessagePlace & ReplyBeginning): Promise<BegunTurn>;
  /** Leads the path through the version before or after; the message it now goes through. */
  stepVersion(
    input: MessagePlace & { readonly step: -1 | 1 },
  ): Promise<{ readonly session: Session; readonly message: Message }>;
  /** Keeps a message in the context however old it is, or no longer. `conflict` on an excluded one. */
  setPinned(input: MessagePlace & { readonly pinned: boolean }): Promise<Message>;
  /** Keeps a message out of memory, or lets it in again; summaries that stood for it give way. */
  setExcluded(input: MessagePlace & { readonly excluded: boolean }): Promise<Message>;
  /** The path up to a message. */
  copyChat(input: MessagePlace): Promise<ChatCopy>;
  /** Makes a chat of a copy; its messages are entries of their own that know what they were first said as. */
  addCopy(input: { readonly userId: UserId; readonly copy: ChatCopy }): Promise<Session>;
}
