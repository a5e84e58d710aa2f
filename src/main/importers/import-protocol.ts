import type { AppErrorShape } from '../../shared/errors';
import type { FoundConversation } from '../memory/ports/chat-files';
import type { ImportedSession } from '../memory/ports/conversation-import';

/** What the thread that reads files is told when it is started: one thread a reading. */
export interface ImportTask {
  readonly path: string;
  /** Null to look through the file; the conversation whose chats are wanted otherwise. */
  readonly key: string | null;
}

/** What it says; after each `chats` it waits until it is asked for more. */
export type ImportReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'found'; readonly conversations: readonly FoundConversation[] }
  | { readonly kind: 'chats'; readonly sessions: readonly ImportedSession[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly error: AppErrorShape };
