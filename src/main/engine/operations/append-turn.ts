import {
  messageIdSchema,
  type MessageId,
  type SessionId,
  type TurnId,
  type UserId,
} from '../../../shared/model/ids';
import type { Provenance } from '../../../shared/model/message';
import { buildSearchText } from '../../memory/text/search-text';
import type { EngineParts } from '../engine-parts';

/** A question and where it goes. */
export interface NewTurn {
  readonly userId: UserId;
  readonly sessionId: SessionId;
  readonly turnId: TurnId;
  readonly parentId: MessageId | null;
  readonly depth: number;
  readonly author: string | null;
  readonly text: string;
  readonly replyProvenance: Provenance;
  readonly model: string;
  readonly createdAt: number;
}

/** An empty reply that streams and where it goes. */
export type NewReply = Omit<NewTurn, 'author' | 'text'> & { readonly content: string };

/** Writes a question and the empty reply below it, inside the caller's transaction; both join the path. */
export function appendTurn(
  parts: EngineParts,
  turn: NewTurn,
): { readonly messageId: MessageId; readonly replyId: MessageId } {
  const { userId, sessionId, turnId, parentId, depth, author, text: content, createdAt } = turn;
  const messageId = messageIdSchema.parse(parts.newId());
  parts.tables.writer.insert({
    id: messageId,
    userId,
    sessionId,
    parentId,
    depth,
    turnId,
    role: 'user',
    author,
    content,
    state: 'done',
    provenance: 'typed',
    model: null,
    createdAt,
    searchText: buildSearchText({ content, author, createdAt, userId, sessionId }),
  });
  const replyId = appendReply(parts, { ...turn, parentId: messageId, depth: depth + 1, content: '' });
  return { messageId, replyId };
}

/** Writes a reply that streams, inside the caller's transaction; it joins the path. */
export function appendReply(parts: EngineParts, reply: NewReply): MessageId {
  const { userId, sessionId, turnId, parentId, depth, content, replyProvenance, model, createdAt } = reply;
  const id = messageIdSchema.parse(parts.newId());
  parts.tables.writer.insert({
    id,
    userId,
    sessionId,
    parentId,
    depth,
    turnId,
    role: 'assistant',
    author: null,
    content,
    state: 'streaming',
    provenance: replyProvenance,
    model,
    createdAt,
    searchText: null,
  });
  return id;
}
