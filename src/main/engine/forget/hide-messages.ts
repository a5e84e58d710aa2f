import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { SessionId, UserId } from '../../../shared/model/ids';
import type { ForgetStore } from '../../memory/ports/forget-store';
import type { StoredForget } from '../../storage/tables/forget-table';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import { autoTitle } from '../operations/auto-title';
import { requirePlace } from '../operations/branch-turn';
import { findSession } from '../operations/find-session';
import { movePath, settlePath } from '../operations/settle-path';

/** How long what was deleted can be brought back, in milliseconds. */
const undoMs = 10_000;

/** Hides the messages of the path from one to another, inside the caller's transaction. */
export function hideMessages(
  parts: EngineParts,
  input: Parameters<ForgetStore['forgetMessages']>[0],
): StoredForget {
  const { tables, clock } = parts;
  const { userId, sessionId } = input;
  const { session, message: first } = requirePlace(parts, { ...input, messageId: input.firstId });
  const { message: last } = requirePlace(parts, { ...input, messageId: input.lastId });
  if (!first.onPath || !last.onPath || last.depth < first.depth) {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  const hidden = tables.reader.slice(userId, sessionId, first.position, last.position - first.position + 1);
  const ids = hidden.map(({ id }) => id);
  const now = clock.now();
  tables.forgets.setHidden(userId, ids, now);
  const isEnd = last.position === session.messageCount;
  const [other] = isEnd ? tables.paths.versionsOf(userId, first.id).toReversed() : [];
  // Where the end of a version goes and another version is there, that one is shown.
  if (other === undefined) settlePath(parts, session);
  else movePath(parts, session, tables.paths.endOf(userId, sessionId, other));
  retitle(
    parts,
    session,
    hidden.map(({ content }) => content),
  );
  const forget: StoredForget = {
    id: parts.newId(),
    userId,
    sessionId,
    kind: 'messages',
    messageIds: ids,
    headBefore: other === undefined ? null : session.headId,
    step: 'hidden',
    dueAt: now + undoMs,
    createdAt: now,
  };
  tables.forgets.insert(forget);
  return forget;
}

/** Notes that a hidden session is to be erased, inside the caller's transaction. */
export function noteHiddenSession(parts: EngineParts, userId: UserId, sessionId: SessionId): void {
  const now = parts.clock.now();
  parts.tables.forgets.insert({
    id: parts.newId(),
    userId,
    sessionId,
    kind: 'session',
    messageIds: [],
    headBefore: null,
    dueAt: now + undoMs,
    createdAt: now,
  });
}

/** Brings back what a deletion hid, inside the caller's transaction. Errors: `not-found` once it is erased. */
export function undoForget(parts: EngineParts, input: Parameters<ForgetStore['undoForget']>[0]): void {
  const { tables } = parts;
  const { userId, forgetId } = input;
  const forget = tables.forgets.find(userId, forgetId);
  if (forget?.step !== 'hidden' || forget.sessionId !== input.sessionId) {
    throw new AppError('not-found', catalogue.main.errors.tooLateToUndo);
  }
  tables.forgets.remove(forget.id);
  if (forget.kind === 'session') {
    showSession(parts, userId, forget.sessionId);
    return;
  }
  tables.forgets.setHidden(userId, forget.messageIds, null);
  const session = findSession(tables, userId, forget.sessionId);
  const isAnswering = tables.reader.findStreaming(userId, session.id) !== null;
  if (forget.headBefore === null || isAnswering) settlePath(parts, session);
  else movePath(parts, session, forget.headBefore);
  if (session.titleSource !== 'user') titleByFirst(parts, session);
}

/** Shows a hidden session again; what was not done while it was hidden is done now. */
export function showSession(parts: EngineParts, userId: UserId, sessionId: SessionId): void {
  parts.tables.sessions.setDeleted(userId, sessionId, null);
  settlePath(parts, findSession(parts.tables, userId, sessionId));
}

/** A title that was made of what goes must go with it. */
function retitle(parts: EngineParts, session: StoredSession, contents: readonly string[]): void {
  const isMadeOfIt = contents.some(
    (content) => autoTitle({ ...session, titleSource: 'none' }, content).title === session.title,
  );
  if (session.titleSource === 'auto' && isMadeOfIt) titleByFirst(parts, session);
}

function titleByFirst(parts: EngineParts, session: StoredSession): void {
  const { tables, clock } = parts;
  const first = tables.reader
    .slice(session.userId, session.id, 1, 2)
    .find(({ role, content }) => role === 'user' && content.trim() !== '');
  const untitled = { ...session, title: catalogue.main.defaultSessionTitle, titleSource: 'none' } as const;
  const title = autoTitle(untitled, first?.content ?? '');
  tables.sessions.update({ ...untitled, ...title }, clock.now());
}
