import { isSource } from '../../memory/is-source';
import { buildSearchText } from '../../memory/text/search-text';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { ReplyEnding } from '../../storage/tables/message-writer';
import { enqueueJob, type EngineParts } from '../engine-parts';

/**
 * Ends a streaming reply for good, inside the caller's transaction: its words are indexed where they are a
 * source, and its background jobs are enqueued. False where it had ended already.
 */
export function endReply(
  parts: EngineParts,
  reply: StoredMessage,
  ending: Omit<ReplyEnding, 'searchText'>,
): boolean {
  const { userId, sessionId, author, createdAt } = reply;
  const { content, state } = ending;
  const searchText = isSource({ ...reply, state, content })
    ? buildSearchText({ content, author, createdAt, userId, sessionId })
    : null;
  if (!parts.tables.writer.finish(userId, reply.id, { ...ending, searchText })) return false;
  enqueueJob(parts, { kind: 'embed', userId, sessionId, after: reply.id });
  enqueueJob(parts, { kind: 'summarise', userId, sessionId, after: reply.id });
  return true;
}
