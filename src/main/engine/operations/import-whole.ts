import { messageIdSchema, sessionIdSchema, type MessageId, type UserId } from '../../../shared/model/ids';
import type { Session } from '../../../shared/model/session';
import type { ImportedSession, WholeChat } from '../../memory/ports/conversation-import';
import { isSource } from '../../memory/is-source';
import { buildSearchText } from '../../memory/text/search-text';
import { enqueueJob, type EngineParts } from '../engine-parts';
import { findSession, publicSession } from './find-session';

/**
 * Writes a chat with all its versions, inside the caller's transaction: messages get ids of their own, in the given
 * order. A message whose parent is not there follows the one before it.
 */
export function importWhole(
  parts: EngineParts,
  userId: UserId,
  { key, whole }: Pick<ImportedSession, 'key'> & { readonly whole: WholeChat },
): Session {
  const { tables } = parts;
  const { chat, messages } = whole;
  const sessionId = sessionIdSchema.parse(parts.newId());
  const { title, createdAt, recallScope, strategy } = chat;
  tables.sessions.releaseImportKey(userId, key);
  const common = { userId, title, titleSource: 'import', createdAt, recallScope, strategy } as const;
  tables.sessions.insert({ ...common, id: sessionId, importKey: key });
  const placed = new Map<string, { readonly id: MessageId; readonly depth: number }>();
  let before: string | null = null;
  for (const message of messages) {
    const id = messageIdSchema.parse(parts.newId());
    const isFirst = message.parentId === null;
    const parent = isFirst ? null : (placed.get(message.parentId) ?? placed.get(before ?? '') ?? null);
    const { author, content, createdAt: saidAt, superseded, metadata } = message;
    const searchable = isSource({ ...message, supersededAt: superseded ? saidAt : null });
    const depth = (parent?.depth ?? 0) + 1;
    tables.copies.insert({
      ...message,
      metadata: metadata === null ? null : JSON.stringify(metadata),
      id,
      originId: null,
      userId,
      sessionId,
      parentId: parent?.id ?? null,
      depth,
      searchText: searchable
        ? buildSearchText({ content, author, createdAt: saidAt, userId, sessionId })
        : null,
      now: saidAt,
    });
    if (superseded) tables.writer.supersede(userId, id, saidAt);
    placed.set(message.id, { id, depth });
    before = message.id;
  }
  // All joined the path as they were written: now it goes through the chosen ones alone.
  tables.paths.leaveFrom(userId, sessionId, 0);
  const head = placed.get(chat.headId ?? '')?.id ?? null;
  tables.paths.moveTo(userId, sessionId, head);
  const added = findSession(tables, userId, sessionId);
  tables.sessions.setHead(added, head, chat.updatedAt, tables.reader.count(userId, sessionId));
  const { pinned, folder, archived } = chat;
  tables.sessions.update({ ...publicSession(added), pinned, folder, archived }, parts.clock.now());
  enqueueJob(parts, { kind: 'embed', userId, sessionId, after: 'import' });
  return publicSession(findSession(tables, userId, sessionId));
}
