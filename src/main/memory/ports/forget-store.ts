import type { ForgetView } from '../../../shared/model/forget';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';

interface ForgetPlaceOf {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly forgetId: string;
}

interface ReportOf {
  readonly userId: UserId;
  /** Null for the report of a deleted user. */
  readonly sessionId: SessionId | null;
  readonly forgetId: string;
}

/** Deleting and erasing. What is deleted is hidden at once, can be undone for ten seconds, and is erased then. */
export interface ForgetStore {
  /** Hides the messages of the path from one to another. Errors: `not-found`, `conflict` while it is answered. */
  forgetMessages(input: {
    readonly userId: UserId;
    readonly sessionId: SessionId;
    readonly firstId: MessageId;
    readonly lastId: MessageId;
  }): Promise<{ readonly session: Session; readonly forget: ForgetView }>;
  /** Brings back what is not erased yet. Errors: `not-found`. */
  undoForget(input: ForgetPlaceOf): Promise<Session>;
  /**
   * Erases what was due before a time, or all that is hidden (null): from the log, the indexes, the records and the
   * files. Safe to call again after a crash at any point. Answers how many it erased, and when the next is due.
   */
  eraseForgotten(input: {
    readonly before: number | null;
  }): Promise<{ readonly erased: number; readonly nextAt: number | null }>;
  /** What waits, and what was erased since the engine started; each of these is searched for the first time it is listed. */
  listForgets(input: { readonly userId: UserId }): Promise<readonly ForgetView[]>;
  /** Erases places of a report too. Errors: `not-found`. */
  forgetPlaces(input: ReportOf & { readonly placeIds: readonly string[] }): Promise<ForgetView>;
  dismissForget(input: ReportOf): Promise<null>;
}
