import type { UserId } from '../../../shared/model/ids';
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
}
