import { z } from 'zod';
import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { sessionIdSchema, type SessionId, type UserId } from '../../../shared/model/ids';
import type { Session, SessionOrder } from '../../../shared/model/session';
import type { DraftStore } from '../../memory/ports/draft-store';
import type { SessionStore } from '../../memory/ports/session-store';
import { cursorAt, type SessionCursor } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import { noteHiddenSession, showSession } from '../forget/hide-messages';
import { endReply } from './end-reply';
import { findSession, publicSession } from './find-session';
import { searchTitles } from './search-titles';

const cursorSchema = z.tuple([
  z.union([z.literal(0), z.literal(1)]),
  z.string().nullable(),
  z.union([z.int(), z.string()]),
  z.uuid(),
]);

function parseCursor(cursor: string | null): SessionCursor | null {
  if (cursor === null) return null;
  try {
    const [unpinned, folder, key, id] = cursorSchema.parse(JSON.parse(cursor));
    return { unpinned, folder, key, id };
  } catch (cause) {
    throw new AppError('bad-input', catalogue.main.errors.badInput('cursor'), { cause });
  }
}

function cursorAfter(session: Session, order: SessionOrder): string {
  const { unpinned, folder, key, id } = cursorAt(session, order);
  return JSON.stringify([unpinned, folder, key, id]);
}

function deleteSession(parts: EngineParts, userId: UserId, sessionId: SessionId): void {
  const { tables, clock } = parts;
  findSession(tables, userId, sessionId);
  // An answer that is being written ends here: restored, the session must be able to go on.
  const reply = tables.reader.findStreaming(userId, sessionId);
  if (reply !== null) endReply(parts, reply, { content: reply.content, state: 'stopped', error: null });
  tables.sessions.setDeleted(userId, sessionId, clock.now());
  noteHiddenSession(parts, userId, sessionId);
}

/** Errors: `not-found` once it is erased. */
function restoreSession(parts: EngineParts, userId: UserId, sessionId: SessionId): void {
  if (!parts.tables.forgets.removeSession(userId, sessionId)) {
    throw new AppError('not-found', catalogue.main.errors.tooLateToUndo);
  }
  showSession(parts, userId, sessionId);
}

type SessionOperations = Omit<SessionStore, keyof DraftStore | 'readPrompt' | 'writePrompt'>;

/** Sessions. */
export function createSessionOperations(parts: EngineParts): SessionOperations {
  const { tables, clock } = parts;
  const read = (userId: UserId, sessionId: SessionId): Session =>
    publicSession(findSession(tables, userId, sessionId));

  return {
    listSessions: ({ userId, cursor, limit, archived = false, order = 'used' }) => {
      const asked = { cursor: parseCursor(cursor), limit: limit + 1, archived, order };
      const rows = tables.sessions.page(userId, asked).map(publicSession);
      const sessions = rows.slice(0, limit);
      const last = sessions.at(-1);
      const nextCursor = rows.length > limit && last !== undefined ? cursorAfter(last, order) : null;
      return Promise.resolve({ sessions, nextCursor });
    },

    createSession: ({ userId, recallScope, strategy = 'hybrid', temporary = false }) => {
      // A chat that is to leave nothing behind must never reach a file: each has an engine of its own in memory.
      if (temporary !== parts.temporary) throw new Error('A session was sent to the wrong kind of engine');
      const id = sessionIdSchema.parse(parts.newId());
      tables.sessions.insert({
        id,
        userId,
        title: catalogue.main.defaultSessionTitle,
        titleSource: 'none',
        createdAt: clock.now(),
        recallScope,
        strategy,
        importKey: null,
      });
      return Promise.resolve(read(userId, id));
    },

    searchSessions: (input) => Promise.resolve(searchTitles(tables, input)),

    getSession: ({ userId, sessionId }) => Promise.resolve(read(userId, sessionId)),

    updateSession: ({ userId, sessionId, changes }) => {
      const session = findSession(tables, userId, sessionId);
      const changed: Session = {
        ...session,
        title: changes.title ?? session.title,
        titleSource: changes.title === undefined ? session.titleSource : 'user',
        pinned: changes.pinned ?? session.pinned,
        folder: changes.folder === undefined ? session.folder : changes.folder,
        archived: changes.archived ?? session.archived,
        recallScope: changes.recallScope ?? session.recallScope,
        strategy: changes.strategy ?? session.strategy,
      };
      tables.sessions.update(changed, clock.now());
      return Promise.resolve(read(userId, sessionId));
    },

    deleteSession: ({ userId, sessionId }) => {
      parts.database.transaction(deleteSession).immediate(parts, userId, sessionId);
      return Promise.resolve(null);
    },

    restoreSession: ({ userId, sessionId }) => {
      parts.database.transaction(restoreSession).immediate(parts, userId, sessionId);
      return Promise.resolve(read(userId, sessionId));
    },
  };
}
