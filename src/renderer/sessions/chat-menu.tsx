import { Content, Item, Portal, Root, Trigger } from '@radix-ui/react-dropdown-menu';
import {
  AppWindow,
  Archive,
  ArchiveRestore,
  Ellipsis,
  FileDown,
  ListChecks,
  Pencil,
  Pin,
  PinOff,
  Trash2,
} from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import buttons from '../ui/button.module.css';
import { joinClasses } from '../ui/join-classes';
import menu from '../ui/menu.module.css';
import styles from './chat-row.module.css';
import { FolderMenu } from './folder-menu';
import { titleOf } from './title-of';

const words = catalogue.chats;

interface ChatMenuProps {
  readonly session: Session;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What only a chat that is kept can be. */
function KeptItems({ session }: Pick<ChatMenuProps, 'session'>) {
  const setPinned = useSessions((state) => state.setPinned);
  const setArchived = useSessions((state) => state.setArchived);
  const toggleChosen = useSessions((state) => state.toggleChosen);
  const { id, pinned, archived } = session;
  return (
    <>
      <Item className={menu.item} onSelect={() => void setPinned(id, !pinned)}>
        {pinned ? <PinOff size={14} aria-hidden="true" /> : <Pin size={14} aria-hidden="true" />}
        {pinned ? words.unpin : words.pin}
      </Item>
      <FolderMenu session={session} />
      <Item className={menu.item} onSelect={() => void setArchived([id], !archived)}>
        {archived ? (
          <ArchiveRestore size={14} aria-hidden="true" />
        ) : (
          <Archive size={14} aria-hidden="true" />
        )}
        {archived ? words.unarchive : words.archive}
      </Item>
      <Item className={menu.item} onSelect={() => toggleChosen(id)}>
        <ListChecks size={14} aria-hidden="true" />
        {words.select}
      </Item>
    </>
  );
}

/** What can be done to one chat. */
export function ChatMenu({ session, isOpen, onOpenChange }: ChatMenuProps) {
  const startRename = useSessions((state) => state.startRename);
  const openExport = useSessions((state) => state.openExport);
  const openWindow = useSessions((state) => state.openWindow);
  const { deleteChat } = useNavigation();
  return (
    <Root open={isOpen} onOpenChange={onOpenChange}>
      <Trigger asChild>
        <button
          type="button"
          className={joinClasses(buttons.icon, styles.menu)}
          aria-label={words.actions(titleOf(session))}
        >
          <Ellipsis size={16} aria-hidden="true" />
        </button>
      </Trigger>
      <Portal>
        {/* The rename field takes the focus itself, so the menu must not hand it back to its button. */}
        <Content
          className={menu.menu}
          align="end"
          sideOffset={4}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Item className={menu.item} onSelect={() => void openWindow(session.id)}>
            <AppWindow size={14} aria-hidden="true" />
            {words.openWindow}
          </Item>
          <Item className={menu.item} onSelect={() => startRename(session.id)}>
            <Pencil size={14} aria-hidden="true" />
            {words.rename}
          </Item>
          {!session.temporary && <KeptItems session={session} />}
          <Item className={menu.item} onSelect={() => openExport([session.id])}>
            <FileDown size={14} aria-hidden="true" />
            {catalogue.exporting.action}
          </Item>
          <Item className={joinClasses(menu.item, menu.bad)} onSelect={() => void deleteChat(session.id)}>
            <Trash2 size={14} aria-hidden="true" />
            {words.delete}
          </Item>
        </Content>
      </Portal>
    </Root>
  );
}
