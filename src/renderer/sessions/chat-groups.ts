import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session, SessionOrder } from '../../shared/model/session';
import { daysBetween, formatMonth } from '../ui/formats';

const words = catalogue.chats;

/** One row of the chat list: a heading or a chat. */
export type ChatListRow =
  | {
      readonly kind: 'heading';
      readonly key: string;
      readonly label: string;
      readonly isFolder: boolean;
      /** Chats of a folder; null for other groups, and while not all of them are loaded. */
      readonly count: number | null;
    }
  | { readonly kind: 'chat'; readonly key: string; readonly session: Session };

function groupOf(session: Session, now: number, order: SessionOrder): string {
  if (session.temporary) return words.temporary;
  if (session.pinned) return words.pinned;
  if (session.folder !== null) return session.folder;
  if (order === 'title' || order === 'messages') return words.sort.heading[order];
  const at = order === 'used' ? session.updatedAt : session.createdAt;
  const days = daysBetween(at, now);
  if (days <= 0) return words.today;
  if (days === 1) return words.yesterday;
  return formatMonth(at, now);
}

/**
 * The list as rows: a heading before the first chat of each group, the chats in the order given. `isWhole` says that no
 * further chats are to be loaded.
 */
export function chatListRows(
  sessions: readonly Session[],
  now: number,
  order: SessionOrder,
  isWhole = true,
): readonly ChatListRow[] {
  const rows: ChatListRow[] = [];
  const inFolder = countByFolder(sessions);
  // The list goes by folder: only of the last one there may be more to come.
  const last = isWhole ? null : (sessions.at(-1)?.folder ?? null);
  let open: string | null = null;
  for (const session of sessions) {
    const label = groupOf(session, now, order);
    // A folder may be called as a day or a month is.
    const isFolder = session.folder !== null && !session.pinned;
    const key = `${isFolder ? 'folder' : 'heading'} ${label}`;
    if (key !== open) {
      const count = isFolder && label !== last ? (inFolder.get(label) ?? null) : null;
      rows.push({ kind: 'heading', key, label, isFolder, count });
    }
    open = key;
    rows.push({ kind: 'chat', key: session.id, session });
  }
  return rows;
}

function countByFolder(sessions: readonly Session[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { folder, pinned, temporary } of sessions) {
    if (folder !== null && !pinned && !temporary) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
}
