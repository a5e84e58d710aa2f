import type { AppErrorShape } from '../errors';
import type { SessionId } from './ids';

/** One conversation found in a chosen file, before anything is imported. */
export interface ImportPreview {
  /** The conversation's own id in the file. */
  readonly key: string;
  readonly title: string;
  readonly speakers: readonly string[];
  readonly sessionCount: number;
  readonly messageCount: number;
  /** Milliseconds since 1970 of its first and last message. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Chats of the file that could not be read and are left out; none where absent. */
  readonly unreadable?: number;
  /** Chats of this conversation that the user already has. */
  readonly alreadyImported: number;
}

/** How far a file is looked through, in bytes, or imported, in chats. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** What an import did. */
export interface ImportResult {
  /** The newest of the sessions it added; null when it added none. */
  readonly newestSessionId: SessionId | null;
  readonly sessionsAdded: number;
  readonly messagesAdded: number;
  /** Sessions left out because the user has them already. */
  readonly sessionsSkipped: number;
  /** Whether the user stopped it before its end. */
  readonly cancelled: boolean;
}

/** The import that is under way, or the last one until its end was seen. */
export type ImportStatus = {
  /** The name of its file. */
  readonly name: string;
} & (
  | { readonly kind: 'running'; readonly progress: ImportProgress | null }
  | { readonly kind: 'done'; readonly result: ImportResult }
  | { readonly kind: 'failed'; readonly error: AppErrorShape }
);
