import type { ConversationExport } from '../../memory/ports/conversation-export';
import type { EngineParts } from '../engine-parts';
import { findSession } from './find-session';

/** Messages read in one operation at most: some thousandths of a second. */
const mostMessages = 500;

/** Gives a user's chats out whole. */
export function createExportOperations({ tables }: EngineParts): ConversationExport {
  return {
    listExported: ({ userId }) => Promise.resolve(tables.exports.sessions(userId)),
    exportChat: ({ userId, sessionId }) => {
      const { id, title, createdAt, updatedAt, pinned, folder, archived, recallScope, strategy, headId } =
        findSession(tables, userId, sessionId);
      return Promise.resolve({
        id,
        title,
        createdAt,
        updatedAt,
        pinned,
        folder,
        archived,
        recallScope,
        strategy,
        headId,
      });
    },
    exportMessages: ({ userId, sessionId, after, limit }) => {
      findSession(tables, userId, sessionId);
      return Promise.resolve(
        tables.exports.messages(userId, sessionId, after, Math.min(limit, mostMessages)),
      );
    },
  };
}
