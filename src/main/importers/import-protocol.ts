import type { AppErrorShape } from '../../shared/errors';
import type { ImportedSession } from '../memory/ports/conversation-import';

/** One conversation of a file, as it was read through. */
export interface FoundConversation {
  readonly key: string;
  readonly title: string;
  readonly speakers: readonly string[];
  /** The keys of its chats, by which those that are there already are told. */
  readonly keys: readonly string[];
  readonly messageCount: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly unreadable: number;
}

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
