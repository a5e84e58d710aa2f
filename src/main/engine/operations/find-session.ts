import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { StoredSession } from '../../storage/tables/session-table';
import type { Tables } from '../engine-parts';

/** The user's live session of that id. Errors: `not-found`. */
export function findSession(tables: Tables, userId: UserId, sessionId: SessionId): StoredSession {
  const session = tables.sessions.find(userId, sessionId);
  if (session === null) throw new AppError('not-found', catalogue.main.errors.sessionNotFound);
  return session;
}

/** Errors: `conflict` while the session is being answered: its path must not change under the answer. */
export function refuseWhileAnswering(tables: Tables, { userId, id }: StoredSession): void {
  if (tables.reader.findStreaming(userId, id) === null) return;
  throw new AppError('conflict', catalogue.main.errors.turnRunning);
}

/** A session as the rest of the program sees it. */
export function publicSession(session: StoredSession): Session {
  const { summaryId: _summaryId, ...visible } = session;
  return visible;
}
