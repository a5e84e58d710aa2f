import { Content, Item, Portal, Root, Trigger } from '@radix-ui/react-dropdown-menu';
import { Ellipsis, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Session } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import buttons from '../ui/button.module.css';
import { joinClasses } from '../ui/join-classes';
import menu from '../ui/menu.module.css';
import styles from './chat-row.module.css';
import { titleOf } from './title-of';

const words = catalogue.chats;

interface ChatMenuProps {
  readonly session: Session;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What can be done to one chat. */
export function ChatMenu({ session, isOpen, onOpenChange }: ChatMenuProps) {
  const startRename = useSessions((state) => state.startRename);
  const setPinned = useSessions((state) => state.setPinned);
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
          <Item className={menu.item} onSelect={() => startRename(session.id)}>
            <Pencil size={14} aria-hidden="true" />
            {words.rename}
          </Item>
          {!session.temporary && (
            <Item className={menu.item} onSelect={() => void setPinned(session.id, !session.pinned)}>
              {session.pinned ? (
                <PinOff size={14} aria-hidden="true" />
              ) : (
                <Pin size={14} aria-hidden="true" />
              )}
              {session.pinned ? words.unpin : words.pin}
            </Item>
          )}
          <Item className={joinClasses(menu.item, menu.bad)} onSelect={() => void deleteChat(session.id)}>
            <Trash2 size={14} aria-hidden="true" />
            {words.delete}
          </Item>
        </Content>
      </Portal>
    </Root>
  );
}
