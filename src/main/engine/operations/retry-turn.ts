import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId } from '../../../shared/model/ids';
import type { MessageLog } from '../../memory/ports/message-log';
import type { EngineParts } from '../engine-parts';
import { appendReply } from './append-turn';
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
  const { userId, sessionId } = input;
  const session = findSession(tables, userId, sessionId);
  const old = tables.reader.find(userId, input.replyId);
  if (old?.sessionId !== sessionId) throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  const isOver = old.state === 'failed' || old.state === 'stopped';
  const isLast = old.onPath && old.position === session.messageCount;
  if (!isLast || old.role !== 'assistant' || old.parentId === null || !isOver) {
    throw new AppError('conflict', catalogue.main.errors.notRetryable);
  }
  const createdAt = clock.now();
  tables.paths.leaveFrom(userId, sessionId, old.depth);
  const { parentId, depth } = old;
  const content = input.keepText ? old.content : '';
  const replyId = appendReply(parts, { ...input, parentId, depth, content, createdAt });
  tables.sessions.setHead(session, replyId, createdAt, session.messageCount);
  return { messageId: old.parentId, replyId };
}
