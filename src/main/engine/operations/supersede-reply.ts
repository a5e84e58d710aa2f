import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { messageIdSchema, type MessageId } from '../../../shared/model/ids';
import type { MessageLog } from '../../memory/ports/message-log';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/**
 * Ends a streaming reply as superseded and puts a new streaming one beside it, inside the caller's transaction. The log
 * keeps both; the first is off the active path and in no index, since the second says what it lacked (invariant 7).
 */
export function supersedeReply(
  parts: EngineParts,
  input: Parameters<MessageLog['supersedeReply']>[0],
): { readonly messageId: MessageId; readonly replyId: MessageId } {
  const { tables, clock } = parts;
  const { userId, sessionId, content } = input;
  const session = findSession(tables, userId, sessionId);
  const first = tables.reader.find(userId, input.replyId);
  if (first?.sessionId !== sessionId) {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  const isRunning = session.headId === first.id && first.role === 'assistant' && first.state === 'streaming';
  if (!isRunning || first.parentId === null) {
    throw new AppError('conflict', catalogue.main.errors.replyFinished);
  }
  tables.writer.finish(userId, first.id, { content, state: 'done', error: null, searchText: null });
  tables.writer.supersede(userId, first.id, clock.now());
  const replyId = messageIdSchema.parse(parts.newId());
  const { parentId, depth, turnId, author, provenance } = first;
  const createdAt = clock.now();
  tables.writer.insert({
    id: replyId,
    userId,
    sessionId,
    parentId,
    depth,
    turnId,
    role: 'assistant',
    author,
    content: '',
    state: 'streaming',
    provenance,
    model: tables.reader.modelOf(userId, first.id),
    createdAt,
    searchText: null,
  });
  tables.sessions.setHead(session, replyId, createdAt, session.messageCount);
  return { messageId: parentId, replyId };
}
