import { MessageSquareDashed } from 'lucide-react';
import type { MouseEvent } from 'react';
import { memo, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { folderLength, type Session } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import { formatCount } from '../ui/formats';
import { ChatMenu } from './chat-menu';
import styles from './chat-row.module.css';
import { RenameField } from './rename-field';
import { titleOf } from './title-of';

const words = catalogue.chats;

interface ChatRowProps {
  readonly session: Session;
}

/** The field in a row's place while the chat's title or folder is written; null while neither is. */
function RowField({ session }: ChatRowProps) {
  const isRenaming = useSessions((state) => state.renamingId === session.id);
  const rename = useSessions((state) => state.rename);
  const startRename = useSessions((state) => state.startRename);
  const setFolder = useSessions((state) => state.setFolder);
  const startFiling = useSessions((state) => state.startFiling);
  if (isRenaming) {
    return (
      <RenameField
        label={words.renameField}
        value={titleOf(session)}
        maxLength={200}
        onDone={(title) => (title === null ? startRename(null) : void rename(session.id, title))}
      />
    );
  }
  return (
    <RenameField
      label={words.folderField}
      value={session.folder ?? ''}
      maxLength={folderLength}
      onDone={(name) => (name === null ? startFiling(null) : void setFolder(session.id, name))}
    />
  );
}

/** What a click on a row does: it opens the chat, or chooses it where several are being chosen. */
function useRowClick(session: Session): (event: MouseEvent) => void {
  const isChoosing = useSessions((state) => state.selection.length > 0);
  const toggleChosen = useSessions((state) => state.toggleChosen);
  const chooseTo = useSessions((state) => state.chooseTo);
  const { openChat } = useNavigation();
  return (event) => {
    if (event.shiftKey) chooseTo(session.id);
    else if (isChoosing || event.ctrlKey || event.metaKey) toggleChosen(session.id);
    else void openChat(session.id);
  };
}

/** One chat of the list: click opens it, the middle button in a window of its own; the menu or a right click does the rest. */
export const ChatRow = memo(function ChatRow({ session }: ChatRowProps) {
  const isSelected = useSessions((state) => state.selectedId === session.id);
  const isNaming = useSessions(({ renamingId, filingId }) => [renamingId, filingId].includes(session.id));
  const isChoosing = useSessions((state) => state.selection.length > 0);
  const isChosen = useSessions((state) => state.selection.includes(session.id));
  const [isMenuOpen, setMenuOpen] = useState(false);
  const openWindow = useSessions((state) => state.openWindow);
  const onClick = useRowClick(session);

  if (isNaming) {
    return (
      <div className={styles.row}>
        <RowField session={session} />
      </div>
    );
  }
  return (
    <div
      className={styles.row}
      data-selected={isSelected}
      data-chosen={isChosen}
      data-menu-open={isMenuOpen}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <button
        type="button"
        className={styles.open}
        title={titleOf(session)}
        aria-current={isSelected ? 'page' : undefined}
        aria-pressed={isChoosing ? isChosen : undefined}
        onClick={onClick}
        onAuxClick={(event) => {
          if (event.button === 1) void openWindow(session.id);
        }}
      >
        {isChoosing && <span className={styles.box} data-checked={isChosen} aria-hidden="true" />}
        {session.temporary && (
          <span className={styles.kind} aria-label={words.temporaryChat} role="img">
            <MessageSquareDashed size={15} aria-hidden="true" />
          </span>
        )}
        <span className={styles.title} dir="auto">
          {titleOf(session)}
        </span>
        <span className={styles.count} aria-label={words.messages(session.messageCount)} role="img">
          {formatCount(session.messageCount)}
        </span>
      </button>
      <ChatMenu session={session} isOpen={isMenuOpen} onOpenChange={setMenuOpen} />
    </div>
  );
});
