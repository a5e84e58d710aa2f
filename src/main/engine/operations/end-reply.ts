import type { MessageId } from '../../../shared/model/ids';
import { isSource } from '../../memory/is-source';
import { buildSearchText } from '../../memory/text/search-text';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { ReplyEnding } from '../../storage/tables/message-writer';
import { enqueueJob, type EngineParts } from '../engine-parts';
import { restoreFirst } from './restore-first';

/**
 * Ends a streaming reply for good, inside the caller's transaction: its words are indexed where they are a
 * source, and its background jobs are enqueued. Gives back the reply that stands now, which for a second answer that
 * ended without a word is the first one; null where it had ended already.
 */
export function endReply(
  parts: EngineParts,
  reply: StoredMessage,
  ending: Omit<ReplyEnding, 'searchText'>,
): MessageId | null {
  const { userId, sessionId, author, createdAt } = reply;
  const { content, state } = ending;
  const searchText = isSource({ ...reply, state, content })
    ? buildSearchText({ content, author, createdAt, userId, sessionId })
    : null;
  if (!parts.tables.writer.finish(userId, reply.id, { ...ending, searchText })) return null;
  const standing = (content.trim() === '' ? restoreFirst(parts, reply) : null) ?? reply.id;
  enqueueJob(parts, { kind: 'embed', userId, sessionId, after: standing });
  enqueueJob(parts, { kind: 'summarise', userId, sessionId, after: standing });
  return standing;
}
