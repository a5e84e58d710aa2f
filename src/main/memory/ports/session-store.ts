import type { SessionId, UserId } from '../../../shared/model/ids';
import type { RecallScope, Session, SessionPage, Strategy } from '../../../shared/model/session';
import type { User } from '../../../shared/model/user';

/** What may be changed on a session; what is absent stays. */
export interface SessionChanges {
  readonly title?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly recallScope?: RecallScope | undefined;
  readonly strategy?: Strategy | undefined;
}

/** Users and their sessions. Every call names the user and sees only what is that user's. */
export interface SessionStore {
  defaultUser(input: Record<string, never>): Promise<User>;
  createUser(input: { readonly name: string }): Promise<User>;
  listSessions(input: {
    readonly userId: UserId;
    readonly cursor: string | null;
    readonly limit: number;
  }): Promise<SessionPage>;
  createSession(input: {
    readonly userId: UserId;
    readonly recallScope: RecallScope;
    /** Hybrid where absent. */
    readonly strategy?: Strategy | undefined;
  }): Promise<Session>;
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
}
