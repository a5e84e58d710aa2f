import type { ExportedChat, ExportedMessage } from '../../../shared/model/export';
import type { SessionId, UserId } from '../../../shared/model/ids';

/** Gives a user's chats out whole. Nothing that is deleted is among them. */
export interface ConversationExport {
  /** The user's chats, the oldest first. */
  listExported(input: { readonly userId: UserId }): Promise<readonly SessionId[]>;
  /** Errors: `not-found`. */
  exportChat(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<ExportedChat>;
  /**
   * Messages of a chat in the order they were written, those of other versions among them; `after` is the place the part
   * before ended at, 0 at first. What is still streaming is left out. `next` is null at the end. Errors: `not-found`.
   */
  exportMessages(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly after: number;
    readonly limit: number;
  }): Promise<{ readonly messages: readonly ExportedMessage[]; readonly next: number | null }>;
}
