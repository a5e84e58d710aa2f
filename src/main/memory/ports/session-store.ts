import type { SessionId, UserId } from '../../../shared/model/ids';
import type { PromptState } from '../../../shared/model/prompt';
import type {
  RecallScope,
  Session,
  SessionOrder,
  SessionPage,
  Strategy,
} from '../../../shared/model/session';
import type { DraftStore } from './draft-store';

/** What may be changed on a session; what is absent stays. */
export interface SessionChanges {
  readonly title?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly folder?: string | null | undefined;
  readonly archived?: boolean | undefined;
  readonly recallScope?: RecallScope | undefined;
  readonly strategy?: Strategy | undefined;
}

/** The sessions of users. Every call names the user and sees only what is that user's. */
export interface SessionStore extends DraftStore {
  listSessions(input: {
    readonly userId: UserId;
    readonly cursor: string | null;
    readonly limit: number;
    /** The archived sessions in place of the others; false where absent. */
    readonly archived?: boolean | undefined;
    /** Last used first where absent. */
    readonly order?: SessionOrder | undefined;
  }): Promise<SessionPage>;
  createSession(input: {
    readonly userId: UserId;
    readonly recallScope: RecallScope;
    /** Hybrid where absent. */
    readonly strategy?: Strategy | undefined;
    /** In memory only; false where absent. */
    readonly temporary?: boolean | undefined;
  }): Promise<Session>;
  /** Live sessions whose titles hold every word of the query, case and accents aside; the newest first. */
  searchSessions(input: {
    readonly userId: UserId;
    readonly query: string;
    readonly limit: number;
  }): Promise<readonly Session[]>;
  /** Errors: `not-found`. */
  getSession(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<Session>;
  updateSession(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly changes: SessionChanges;
  }): Promise<Session>;
  /** Hides the session from lists, search and recall at once. */
  deleteSession(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<null>;
  restoreSession(input: { readonly userId: UserId; readonly sessionId: SessionId }): Promise<Session>;

  /** The system prompt of a session, or of all (null). Errors: `not-found`. */
  readPrompt(input: { readonly userId: UserId; readonly sessionId: SessionId | null }): Promise<PromptState>;
  /** Adds a version; the same text again adds none. */
  writePrompt(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId | null;
    readonly text: string;
  }): Promise<PromptState>;
}
