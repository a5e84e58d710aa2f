import type { MessageId } from '../../../shared/model/ids';
import { isSource } from '../../memory/is-source';
import { buildSearchText } from '../../memory/text/search-text';
import type { StoredMessage } from '../../storage/tables/message-reader';
import type { EngineParts } from '../engine-parts';

/**
 * Puts a turn's first answer back in the place of the second, which ended without a word, inside the caller's
 * transaction: a second look only ever adds, also where the program was killed meanwhile. The log keeps both. Null where
 * there is no first answer.
 */
export function restoreFirst({ tables, clock }: EngineParts, second: StoredMessage): MessageId | null {
  const { userId, sessionId, turnId } = second;
  const first = turnId === null ? null : tables.reader.findSuperseded(userId, sessionId, turnId);
  const session = tables.sessions.find(userId, sessionId);
  if (turnId === null || first === null || first.parentId !== second.parentId) return null;
  if (session?.headId !== second.id) return null;
  const { author, content, createdAt } = first;
  const searchText = isSource({ ...first, supersededAt: null })
    ? buildSearchText({ content, author, createdAt, userId, sessionId })
    : null;
  tables.writer.supersede(userId, second.id, clock.now());
  tables.writer.restore(userId, first.id, searchText);
  tables.sessions.setHead(session, first.id, clock.now(), session.messageCount);
  // It tells what the second answer was sent with, which is not what this one was.
  tables.snapshots.remove(userId, turnId);
  return first.id;
}
