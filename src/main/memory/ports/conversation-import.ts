import type { UserId } from '../../../shared/model/ids';
import type { ExportedChat, ExportedMessage } from '../../../shared/model/export';
import type { Session } from '../../../shared/model/session';

/** One message as an importer read it. */
export interface ImportedMessage {
  readonly role: 'user' | 'assistant';
  readonly author: string | null;
  readonly content: string;
  readonly createdAt: number;
}

/** One session as an importer read it; `key` recognises it when it is imported again. */
export interface ImportedSession {
  readonly key: string;
  readonly title: string;
  readonly messages: readonly ImportedMessage[];
  /** The chat with all its versions, where the file has them: that is imported then, and the messages only tell of it. */
  readonly whole?: WholeChat | undefined;
}

/** A chat with all the versions of its messages, each after the one it follows. */
export interface WholeChat {
  readonly chat: ExportedChat;
  readonly messages: readonly ExportedMessage[];
}

/** What tells that a file is still the same. */
export interface FileMark {
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
}

/** An import that was begun: a conversation of a file, and what tells that the file is still the same. */
export interface WantedImport extends FileMark {
  readonly path: string;
  /** The conversation's own id in the file. */
  readonly key: string;
  /** Chats of that conversation, for the progress. */
  readonly chats: number;
}

/** Takes conversations from elsewhere into the log. */
export interface ConversationImport {
  /** How many of these keys the user has already, deleted ones not counted. */
  countImported(input: { readonly userId: UserId; readonly keys: readonly string[] }): Promise<number>;
  /** The user's live session that was imported under this key; null where there is none. */
  findImported(input: { readonly userId: UserId; readonly key: string }): Promise<Session | null>;
  /** Adds sessions, each in one transaction with its jobs; those whose key is there already are skipped. */
  importSessions(input: {
    readonly userId: UserId;
    readonly sessions: readonly ImportedSession[];
    /** Summarise them at once too; not for many, whose chats may never be opened. False where absent. */
    readonly summarise?: boolean | undefined;
  }): Promise<{ readonly added: readonly Session[]; readonly skipped: number }>;
  /** Keeps what is imported for a user, so that the next start goes on with it; null once that has ended. */
  noteImport(input: { readonly userId: UserId; readonly wanted: WantedImport | null }): Promise<null>;
  /** What is kept of it. */
  unfinishedImport(input: { readonly userId: UserId }): Promise<WantedImport | null>;
}
