import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, UserId } from '../../../shared/model/ids';
import { callsTools } from '../../memory/path/tool-groups';
import type { MessageLog } from '../../memory/ports/message-log';
import type { StoredMessage } from '../../storage/tables/message-reader';
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
  const { questionId, steps } = findQuestion(parts, userId, old);
  // Going on keeps what the tools said; answering again asks them again.
  const first = (input.keepText ? null : steps.at(-1)) ?? old;
  const leaving = input.keepText ? 1 : steps.length + 1;
  tables.paths.leaveFrom(userId, sessionId, first.depth);
  const { parentId, depth } = first;
  const content = input.keepText ? old.content : '';
  const replyId = appendReply(parts, { ...input, parentId, depth, content, createdAt });
  tables.sessions.setHead(session, replyId, createdAt, session.messageCount - leaving + 1);
  return { messageId: questionId, replyId };
}

/** The question a reply answers, and the tool calls and results between the two, the newest first. */
function findQuestion(
  { tables }: EngineParts,
  userId: UserId,
  reply: StoredMessage,
): { readonly questionId: MessageId; readonly steps: readonly StoredMessage[] } {
  const steps: StoredMessage[] = [];
  let { parentId } = reply;
  while (parentId !== null) {
    const message = tables.reader.find(userId, parentId);
    if (message === null) break;
    if (message.role !== 'tool' && !callsTools(message)) return { questionId: message.id, steps };
    steps.push(message);
    ({ parentId } = message);
  }
  throw new AppError('conflict', catalogue.main.errors.notRetryable);
}
