import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { messageIdSchema, type MessageId } from '../../../shared/model/ids';
import type { MessageLog } from '../../memory/ports/message-log';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/**
 * Puts a new streaming reply beside the session's last one, inside the caller's transaction. The log keeps both; the
 * old one leaves the active path, so memory no longer sees it.
 */
export function retryTurn(
  parts: EngineParts,
  input: Parameters<MessageLog['retryTurn']>[0],
): { readonly messageId: MessageId; readonly replyId: MessageId } {
  const { tables, clock } = parts;
  const { userId, sessionId, turnId } = input;
  const session = findSession(tables, userId, sessionId);
  const old = tables.reader.find(userId, input.replyId);
  if (old?.sessionId !== sessionId) throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  const isOver = old.state === 'failed' || old.state === 'stopped';
  if (session.headId !== old.id || old.role !== 'assistant' || old.parentId === null || !isOver) {
    throw new AppError('conflict', catalogue.main.errors.notRetryable);
  }
  const replyId = messageIdSchema.parse(parts.newId());
  const createdAt = clock.now();
  tables.writer.leavePath(userId, old.id);
  tables.writer.insert({
    id: replyId,
    userId,
    sessionId,
    parentId: old.parentId,
    depth: old.depth,
    turnId,
    role: 'assistant',
    author: null,
    content: input.keepText ? old.content : '',
    state: 'streaming',
    provenance: input.replyProvenance,
    model: input.model,
    createdAt,
    searchText: null,
  });
  tables.sessions.setHead(session, replyId, createdAt, session.messageCount);
  return { messageId: old.parentId, replyId };
}
