import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import type { MessageId, SessionId, UserId } from '../../../shared/model/ids';
import type { Message } from '../../../shared/model/message';
import type { ToolRun } from '../../../shared/model/message-metadata';
import { isSource } from '../../memory/is-source';
import type { ToolLog } from '../../memory/ports/tool-log';
import { buildSearchText } from '../../memory/text/search-text';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';
import { beginToolCalls } from './begin-tool-calls';
import { findSession, publicSession } from './find-session';
import { publicMessage, requireMessage } from './public-message';

interface Place {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly messageId: MessageId;
}

/** A tool's message of this chat, and the run it is of. Errors: `not-found`. */
function requireRun(
  parts: EngineParts,
  { userId, sessionId, messageId }: Place,
): readonly [StoredMessage, ToolRun] {
  const message = requireMessage(parts, userId, messageId);
  const run = message.metadata?.tool;
  if (run === undefined || message.sessionId !== sessionId) {
    throw new AppError('not-found', catalogue.main.errors.messageNotFound);
  }
  return [message, run];
}

function finish(parts: EngineParts, input: Parameters<ToolLog['finishToolCall']>[0]): void {
  const [message, run] = requireRun(parts, input);
  const { userId, sessionId, messageId, content, status, answer, ms } = input;
  const state = status === 'done' ? 'done' : 'failed';
  const { author, createdAt } = message;
  const searchText = isSource({ ...message, state, content })
    ? buildSearchText({ content, author, createdAt, userId, sessionId })
    : null;
  const ended = parts.tables.writer.finish(userId, messageId, { content, state, error: null, searchText });
  if (!ended) throw new AppError('conflict', catalogue.main.errors.replyFinished);
  parts.tables.writer.setMetadata(userId, messageId, {
    ...message.metadata,
    tool: { ...run, status, ms, answer: answer ?? run.answer },
  });
}

/** Tool calls in the log. */
export function createToolOperations(parts: EngineParts): ToolLog {
  const { database, tables } = parts;
  const begin = database.transaction(beginToolCalls);
  const end = database.transaction(finish);
  const read = (userId: UserId, id: MessageId): Message => publicMessage(requireMessage(parts, userId, id));
  return {
    beginToolCalls: (input) => {
      const { userId, sessionId } = input;
      const { resultIds, replyId } = begin.immediate(parts, input);
      return Promise.resolve({
        session: publicSession(findSession(tables, userId, sessionId)),
        calling: read(userId, input.replyId),
        results: resultIds.map((id) => read(userId, id)),
        reply: read(userId, replyId),
      });
    },
    markToolCall: (input) => {
      const [message, run] = requireRun(parts, input);
      const tool = { ...run, status: input.status, answer: input.answer ?? run.answer };
      tables.writer.setMetadata(input.userId, input.messageId, { ...message.metadata, tool });
      return Promise.resolve(read(input.userId, input.messageId));
    },
    finishToolCall: (input) => {
      end.immediate(parts, input);
      return Promise.resolve(read(input.userId, input.messageId));
    },
    isToolAllowed: ({ userId, sessionId, name }) =>
      Promise.resolve(tables.tools.isAllowed(userId, sessionId, name)),
    findMessage: ({ userId, messageId }) => {
      const found = tables.reader.find(userId, messageId);
      return Promise.resolve(found === null ? null : publicMessage(found));
    },
  };
}
