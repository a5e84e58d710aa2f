import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { BranchStore } from '../../memory/ports/branch-store';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import { appendReply, appendTurn } from './append-turn';
import { findSession, refuseWhileAnswering } from './find-session';
import { requireMessage } from './public-message';
import { movePath, settlePath } from './settle-path';

interface Place {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly messageId: MessageId;
}

interface Begun {
  readonly messageId: MessageId;
  readonly replyId: MessageId;
}

/** A session that is not answering and one of its live messages. Errors: `not-found`, `conflict`. */
export function requirePlace(
  parts: EngineParts,
  { userId, sessionId, messageId }: Place,
): { readonly session: StoredSession; readonly message: StoredMessage } {
  const session = findSession(parts.tables, userId, sessionId);
  const message = requireMessage(parts, userId, messageId);
  if (message.sessionId !== sessionId) {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  refuseWhileAnswering(parts.tables, session);
  return { session, message };
}

/** Puts another question beside one of the user's, and a reply that streams below it. */
export function editTurn(parts: EngineParts, input: Parameters<BranchStore['editTurn']>[0]): Begun {
  const { session, message } = requirePlace(parts, input);
  const isFile = message.metadata?.attachment !== undefined;
  if (message.role !== 'user' || isFile || !message.onPath) {
    throw new AppError('conflict', catalogue.main.errors.notEditable);
  }
  const { parentId, depth, author } = message;
  const createdAt = parts.clock.now();
  parts.tables.paths.leaveFrom(session.userId, session.id, depth);
  const begun = appendTurn(parts, { ...input, parentId, depth, author, createdAt });
  settlePath(parts, session, begun.replyId, createdAt);
  return begun;
}

/** Puts a reply that streams beside another answer of the same question. */
export function regenerateTurn(
  parts: EngineParts,
  input: Parameters<BranchStore['regenerateTurn']>[0],
): Begun {
  const { session, message } = requirePlace(parts, input);
  const question = message.role === 'assistant' && message.onPath ? questionOf(parts, message) : null;
  if (question === null) throw new AppError('conflict', catalogue.main.errors.notAnswered);
  if (question.excluded) throw new AppError('conflict', catalogue.main.errors.askedExcluded);
  const depth = question.depth + 1;
  const createdAt = parts.clock.now();
  parts.tables.paths.leaveFrom(session.userId, session.id, depth);
  const parentId = question.id;
  const replyId = appendReply(parts, { ...input, parentId, depth, content: '', createdAt });
  settlePath(parts, session, replyId, createdAt);
  return { messageId: question.id, replyId };
}

/** The question an answer is to: the nearest message of the user above it, over what tools did in between. */
function questionOf(parts: EngineParts, reply: StoredMessage): StoredMessage | null {
  let above = reply.parentId;
  while (above !== null) {
    const message = parts.tables.reader.find(reply.userId, above);
    if (message === null || message.role === 'user') return message;
    above = message.role === 'tool' || message.turnId === reply.turnId ? message.parentId : null;
  }
  return null;
}

/** Leads the path through the version before or after one of it, down to where that was left. */
export function stepVersion(parts: EngineParts, input: Parameters<BranchStore['stepVersion']>[0]): MessageId {
  const { session, message } = requirePlace(parts, input);
  const { paths } = parts.tables;
  const versions = paths.versionsOf(session.userId, message.id);
  const next = versions[versions.indexOf(message.id) + input.step];
  if (next === undefined || !message.onPath) {
    throw new AppError('conflict', catalogue.main.errors.noVersion);
  }
  movePath(parts, session, paths.endOf(session.userId, session.id, next));
  return next;
}
