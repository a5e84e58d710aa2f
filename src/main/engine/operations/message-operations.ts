import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { Message, MessagePage } from '../../../shared/model/message';
import type { MessageLog, PageAnchor } from '../../memory/ports/message-log';
import type { StoredSession } from '../../storage/tables/session-table';
import type { EngineParts } from '../engine-parts';
import { appendFiles } from './append-files';
import { appendTurn } from './append-turn';
import { autoTitle } from './auto-title';
import { endReply } from './end-reply';
import { findSession, publicSession, refuseWhileAnswering } from './find-session';
import { publicMessage, requireMessage } from './public-message';
import { retryTurn } from './retry-turn';
import { searchMessages } from './search-messages';
import { supersedeReply } from './supersede-reply';

type FinishInput = Parameters<MessageLog['finishReply']>[0];

function beginTurn(
  parts: EngineParts,
  input: Parameters<MessageLog['beginTurn']>[0],
): { session: StoredSession; files: readonly Message[]; message: Message; reply: Message } {
  const { tables, clock } = parts;
  const { userId, sessionId, turnId, text } = input;
  const session = findSession(tables, userId, sessionId);
  refuseWhileAnswering(tables, session);
  // The head may be hidden, while its deletion can be undone: what follows it stays where it was said.
  const head = session.headId === null ? null : tables.reader.findInLog(userId, session.headId);
  const createdAt = clock.now();
  const depth = (head?.depth ?? 0) + 1;
  const above = { userId, sessionId, turnId, parentId: session.headId, depth, createdAt };
  const fileIds = appendFiles(parts, above, tables.draftFiles.readAll(userId, sessionId));
  const { messageId, replyId } = appendTurn(parts, {
    ...input,
    parentId: fileIds.at(-1) ?? session.headId,
    depth: depth + fileIds.length,
    author: null,
    createdAt,
  });
  tables.sessions.setHead(session, replyId, createdAt, session.messageCount + fileIds.length + 2);
  tables.drafts.remove(userId, sessionId);
  tables.draftFiles.removeAll(userId, sessionId);
  tables.sessions.update({ ...session, ...autoTitle(session, text) }, createdAt);
  return {
    session: findSession(tables, userId, sessionId),
    files: fileIds.map((id) => publicMessage(requireMessage(parts, userId, id))),
    message: publicMessage(requireMessage(parts, userId, messageId)),
    reply: publicMessage(requireMessage(parts, userId, replyId)),
  };
}

function finishReply(parts: EngineParts, input: FinishInput): { session: StoredSession; reply: Message } {
  const { userId, replyId, content, state, error } = input;
  const reply = requireMessage(parts, userId, replyId);
  const standing = endReply(parts, reply, { content, state, error });
  if (standing === null) throw new AppError('conflict', catalogue.main.errors.replyFinished);
  return {
    session: findSession(parts.tables, userId, reply.sessionId),
    reply: publicMessage(requireMessage(parts, userId, standing)),
  };
}

function firstPosition(
  parts: EngineParts,
  userId: UserId,
  anchor: PageAnchor,
  limit: number,
  total: number,
): number {
  switch (anchor.kind) {
    case 'newest':
      return total - limit + 1;
    case 'before':
      return anchor.position - limit;
    case 'after':
      return anchor.position + 1;
    case 'around':
      return requireMessage(parts, userId, anchor.messageId).position - Math.floor(limit / 2);
  }
}

function pageMessages(
  parts: EngineParts,
  userId: UserId,
  sessionId: SessionId,
  anchor: PageAnchor,
  limit: number,
): MessagePage {
  const { reader } = parts.tables;
  findSession(parts.tables, userId, sessionId);
  const total = reader.count(userId, sessionId);
  const wanted = firstPosition(parts, userId, anchor, limit, total);
  const from = Math.max(1, anchor.kind === 'around' ? Math.min(wanted, total - limit + 1) : wanted);
  // A page before a position ends there, even where less than a whole page is left.
  const size = anchor.kind === 'before' ? Math.min(limit, anchor.position - from) : limit;
  const messages = size <= 0 ? [] : reader.slice(userId, sessionId, from, size).map(publicMessage);
  return { messages, hasEarlier: from > 1, hasLater: from + messages.length <= total, total };
}

/** The log. */
export function createMessageOperations(parts: EngineParts): MessageLog {
  const { database, tables } = parts;
  const begin = database.transaction(beginTurn);
  const finish = database.transaction(finishReply);
  const retry = database.transaction(retryTurn);
  const supersede = database.transaction(supersedeReply);
  const begunAgain = (
    { userId, sessionId }: { readonly userId: UserId; readonly sessionId: SessionId },
    ids: { readonly messageId: MessageId; readonly replyId: MessageId },
  ) => ({
    session: publicSession(findSession(tables, userId, sessionId)),
    message: publicMessage(requireMessage(parts, userId, ids.messageId)),
    reply: publicMessage(requireMessage(parts, userId, ids.replyId)),
  });

  return {
    beginTurn: (input) => {
      const { session, ...begun } = begin.immediate(parts, input);
      return Promise.resolve({ session: publicSession(session), ...begun });
    },
    retryTurn: (input) => Promise.resolve(begunAgain(input, retry.immediate(parts, input))),
    supersedeReply: (input) => Promise.resolve(begunAgain(input, supersede.immediate(parts, input))),
    readFirstAnswer: ({ userId, sessionId, turnId }) => {
      findSession(tables, userId, sessionId);
      const answer = tables.reader.findSuperseded(userId, sessionId, turnId);
      return Promise.resolve(answer === null ? null : publicMessage(answer));
    },
    checkpointReply: ({ userId, replyId, content }) => {
      tables.writer.grow(userId, replyId, content);
      return Promise.resolve(null);
    },
    finishReply: (input) => {
      const { session, reply } = finish.immediate(parts, input);
      parts.checkpointLater();
      return Promise.resolve({ session: publicSession(session), reply });
    },
    pageMessages: ({ userId, sessionId, anchor, limit }) =>
      Promise.resolve(pageMessages(parts, userId, sessionId, anchor, limit)),
    searchMessages: (input) => Promise.resolve(searchMessages(parts, input)),
  };
}
