import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { messageIdSchema, sessionIdSchema, type MessageId, type SessionId } from '../../../shared/model/ids';
import { isSource } from '../../memory/is-source';
import type { BranchStore, ChatCopy } from '../../memory/ports/branch-store';
import { buildSearchText } from '../../memory/text/search-text';
import type { EngineParts } from '../engine-parts';
import { requirePlace } from './branch-turn';
import { findSession } from './find-session';
import { settlePath } from './settle-path';

/** Reads the path of a session up to one of its messages. Errors: `not-found`, `conflict`. */
export function copyChat(parts: EngineParts, input: Parameters<BranchStore['copyChat']>[0]): ChatCopy {
  const { session, message } = requirePlace(parts, input);
  if (!message.onPath) throw new AppError('conflict', catalogue.main.errors.noVersion);
  const messages = parts.tables.copies.read(session.userId, session.id, message.depth);
  const { recallScope, strategy, temporary } = session;
  return { title: catalogue.main.copyOf(session.title), recallScope, strategy, temporary, messages };
}

/** Writes a copy as a session of its own, inside the caller's transaction. */
export function addCopy(
  parts: EngineParts,
  { userId, copy }: Parameters<BranchStore['addCopy']>[0],
): SessionId {
  // As for a new session: what is to leave nothing behind must never reach a file.
  if (copy.temporary !== parts.temporary) throw new Error('A copy was sent to the wrong kind of engine');
  const { tables, clock } = parts;
  const sessionId = sessionIdSchema.parse(parts.newId());
  const { title, recallScope, strategy } = copy;
  const createdAt = clock.now();
  tables.sessions.insert({
    id: sessionId,
    userId,
    title,
    titleSource: 'user',
    createdAt,
    recallScope,
    strategy,
    importKey: null,
  });
  let parentId: MessageId | null = null;
  for (const [index, message] of copy.messages.entries()) {
    const id = messageIdSchema.parse(parts.newId());
    const searchText = isSource(message) ? buildSearchText({ ...message, userId, sessionId }) : null;
    tables.copies.insert({
      ...message,
      id,
      userId,
      sessionId,
      parentId,
      depth: index + 1,
      searchText,
      now: createdAt,
    });
    parentId = id;
  }
  settlePath(parts, findSession(tables, userId, sessionId), parentId, createdAt);
  return sessionId;
}
