import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session, SessionOrder } from '../../shared/model/session';
import { daysBetween, formatMonth } from '../ui/formats';

const words = catalogue.chats;

/** One row of the chat list: a heading or a chat. */
export type ChatListRow =
  | { readonly kind: 'heading'; readonly key: string; readonly label: string; readonly isFolder: boolean }
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

/** The list as rows: a heading before the first chat of each group, the chats in the order given. */
export function chatListRows(
  sessions: readonly Session[],
  now: number,
  order: SessionOrder,
): readonly ChatListRow[] {
  const rows: ChatListRow[] = [];
  let open: string | null = null;
  for (const session of sessions) {
    const label = groupOf(session, now, order);
    // A folder may be called as a day or a month is.
    const isFolder = session.folder !== null && !session.pinned;
    const key = `${isFolder ? 'folder' : 'heading'} ${label}`;
    if (key !== open) rows.push({ kind: 'heading', key, label, isFolder });
    open = key;
    rows.push({ kind: 'chat', key: session.id, session });
  }
  return rows;
}
