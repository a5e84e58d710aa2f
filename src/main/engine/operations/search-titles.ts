import type { Session } from '../../../shared/model/session';
import type { SessionStore } from '../../memory/ports/session-store';
import { foldText } from '../../memory/text/fold';
import type { Tables } from '../engine-parts';
import { publicSession } from './find-session';

/** What separates the words of a query; no title needs to hold it. */
const separators = /[\s,.;:!?"'()“”«»]+/u;

/** Sessions whose titles hold every word of a query, anywhere in them; a query without a word finds none. */
export function searchTitles(
  tables: Tables,
  { userId, query, limit }: Parameters<SessionStore['searchSessions']>[0],
): readonly Session[] {
  const words = foldText(query)
    .split(separators)
    .filter((word) => word !== '');
  const found: Session[] = [];
  if (words.length === 0 || limit <= 0) return found;
  for (const session of tables.sessions.newest(userId)) {
    const title = foldText(session.title);
    if (!words.every((word) => title.includes(word))) continue;
    found.push(publicSession(session));
    if (found.length >= limit) break;
  }
  return found;
}
