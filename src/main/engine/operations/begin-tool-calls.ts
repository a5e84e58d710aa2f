import { catalogue } from '../../../shared/catalogue/catalogue';
import { AppError } from '../../../shared/errors';
import { messageIdSchema, type MessageId } from '../../../shared/model/ids';
import type { ToolLog } from '../../memory/ports/tool-log';
import { isSource } from '../../memory/is-source';
import { buildSearchText } from '../../memory/text/search-text';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';
import { requireMessage } from './public-message';

type Input = Parameters<ToolLog['beginToolCalls']>[0];

/** The messages that {@link beginToolCalls} appended, in the order of the path. */
export interface BegunCalls {
  readonly resultIds: readonly MessageId[];
  readonly replyId: MessageId;
}

/** Ends the reply as a call and puts its results and the next reply below it, inside the caller's transaction. */
export function beginToolCalls(parts: EngineParts, input: Input): BegunCalls {
  const { tables, clock } = parts;
  const { userId, sessionId, turnId, calls } = input;
  const session = findSession(tables, userId, sessionId);
  const calling = requireMessage(parts, userId, input.replyId);
  if (calling.sessionId !== sessionId || session.headId !== calling.id) {
    throw new AppError('conflict', catalogue.main.errors.replyFinished);
  }
  endCalling(parts, input);
  const createdAt = clock.now();
  let parentId = calling.id;
  let { depth } = calling;
  const append = (message: Partial<Parameters<typeof tables.writer.insert>[0]>): MessageId => {
    const id = messageIdSchema.parse(parts.newId());
    depth += 1;
    const common = { id, userId, sessionId, turnId, parentId, depth, createdAt, author: null } as const;
    const streaming = { role: 'assistant', content: '', state: 'streaming', searchText: null } as const;
    tables.writer.insert({ ...common, ...streaming, provenance: 'model', model: null, ...message });
    parentId = id;
    return id;
  };
  const resultIds = calls.map(({ id: callId, name, arguments: args, provenance }) => {
    const run = { callId, name, arguments: args, status: 'running', ms: null, answer: null } as const;
    return append({ role: 'tool', provenance, metadata: { tool: run } });
  });
  const replyId = append({ model: input.model });
  tables.sessions.setHead(session, replyId, createdAt, session.messageCount + calls.length + 1);
  return { resultIds, replyId };
}

/** Nothing is enqueued here: the turn goes on, and its end enqueues what it left to do. */
function endCalling(parts: EngineParts, { userId, sessionId, replyId, content, calls }: Input): void {
  const calling = requireMessage(parts, userId, replyId);
  const { author, createdAt } = calling;
  const searchText = isSource({ ...calling, state: 'done', content })
    ? buildSearchText({ content, author, createdAt, userId, sessionId })
    : null;
  const ended = parts.tables.writer.finish(userId, replyId, {
    content,
    state: 'done',
    error: null,
    searchText,
  });
  if (!ended) throw new AppError('conflict', catalogue.main.errors.replyFinished);
  const toolCalls = calls.map(({ id, name, arguments: args }) => ({ id, name, arguments: args }));
  parts.tables.writer.setMetadata(userId, replyId, { ...calling.metadata, toolCalls });
}
