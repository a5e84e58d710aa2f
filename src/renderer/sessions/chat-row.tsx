import { MessageSquareDashed } from 'lucide-react';
import { memo, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import { formatCount } from '../ui/formats';
import { ChatMenu } from './chat-menu';
import styles from './chat-row.module.css';
import { RenameField } from './rename-field';
import { titleOf } from './title-of';

interface ChatRowProps {
  readonly session: Session;
}

/** One chat of the list: click opens it, the menu or a right click does the rest. */
export const ChatRow = memo(function ChatRow({ session }: ChatRowProps) {
  const isSelected = useSessions((state) => state.selectedId === session.id);
  const isRenaming = useSessions((state) => state.renamingId === session.id);
  const { openChat } = useNavigation();
  const [isMenuOpen, setMenuOpen] = useState(false);

  if (isRenaming) {
    return (
      <div className={styles.row}>
        <RenameField session={session} />
      </div>
    );
  }
  return (
    <div
      className={styles.row}
      data-selected={isSelected}
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
        onClick={() => void openChat(session.id)}
      >
        {session.temporary && (
          <span className={styles.kind} aria-label={catalogue.chats.temporaryChat} role="img">
            <MessageSquareDashed size={15} aria-hidden="true" />
          </span>
        )}
        <span className={styles.title}>{titleOf(session)}</span>
        <span className={styles.count} aria-label={catalogue.chats.messages(session.messageCount)} role="img">
          {formatCount(session.messageCount)}
        </span>
      </button>
      <ChatMenu session={session} isOpen={isMenuOpen} onOpenChange={setMenuOpen} />
    </div>
  );
});
