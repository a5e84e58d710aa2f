import { Archive, Folder } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { VirtuosoHandle } from 'react-virtuoso';
import { Virtuoso } from 'react-virtuoso';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useSessions } from '../stores/use-stores';
import { useToday } from '../ui/use-today';
import type { ChatListRow } from './chat-groups';
import { chatListRows } from './chat-groups';
import styles from './chat-list.module.css';
import { ChatRow } from './chat-row';

function renderRow(_index: number, row: ChatListRow) {
  if (row.kind === 'heading') {
    return (
      <h2 className={styles.heading}>
        {row.isFolder && <Folder size={12} aria-hidden="true" />}
        <span className={styles.name}>{row.label}</span>
        {row.count !== null && (
          <span className={styles.count}>
            <span aria-hidden="true">{row.count}</span>
            <span className="visually-hidden">{catalogue.chats.chosenShort(row.count)}</span>
          </span>
        )}
      </h2>
    );
  }
  return <ChatRow session={row.session} />;
}

function Footer() {
  const isArchive = useSessions((state) => state.isArchive);
  const showArchive = useSessions((state) => state.showArchive);
  return (
    <div className={styles.foot}>
      {!isArchive && (
        <button type="button" className={styles.archive} onClick={() => void showArchive(true)}>
          <Archive size={13} aria-hidden="true" />
          {catalogue.chats.showArchive}
        </button>
      )}
    </div>
  );
}

const parts = { Footer };

/** All chats in their groups; only the rows in view are drawn, further pages come when their end is near. */
export function ChatList() {
  const sessions = useSessions((state) => state.sessions);
  const selectedId = useSessions((state) => state.selectedId);
  const loadMore = useSessions((state) => state.loadMore);
  const list = useRef<VirtuosoHandle>(null);
  const today = useToday();
  const order = useSessions((state) => state.order);
  const isWhole = useSessions((state) => state.nextCursor === null);
  const rows = useMemo(
    () => chatListRows(sessions, today, order, isWhole),
    [sessions, today, order, isWhole],
  );
  const rowsNow = useRef(rows);
  useEffect(() => {
    rowsNow.current = rows;
  }, [rows]);

  useEffect(() => {
    const index = rowsNow.current.findIndex((row) => row.key === selectedId);
    if (index >= 0) list.current?.scrollIntoView({ index, behavior: 'auto' });
  }, [selectedId]);

  return (
    <nav className={styles.list} aria-label={catalogue.chats.label} data-testid="chat-list">
      <Virtuoso
        ref={list}
        data={rows}
        computeItemKey={(_index, row) => row.key}
        itemContent={renderRow}
        components={parts}
        increaseViewportBy={200}
        endReached={() => void loadMore()}
        tabIndex={-1}
      />
    </nav>
  );
}
