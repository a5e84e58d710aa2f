import { Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import app from '../app.module.css';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './delete-dialog.module.css';
import { titleOf } from './title-of';

const words = catalogue.chats.deleteDialog;

/** Asks before a chat is deleted that nothing brings back; the way out has the focus. */
export function DeleteDialog() {
  const confirming = useSessions((state) => state.confirming);
  const confirm = useSessions((state) => state.confirm);
  const { deleteConfirmed } = useNavigation();
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Root open={confirming !== null} onOpenChange={(open) => !open && confirm(null)}>
      <Portal>
        <Overlay className={app.overlay} />
        <Content
          className={styles.dialog}
          role="alertdialog"
          data-testid="delete-dialog"
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            cancel.current?.focus();
          }}
        >
          <Title className={styles.title}>{confirming !== null && words.title(titleOf(confirming))}</Title>
          <Description className={styles.text}>{words.text}</Description>
          <div className={styles.foot}>
            <Button ref={cancel} onClick={() => confirm(null)}>
              {catalogue.app.cancel}
            </Button>
            <Button isMain onClick={() => void deleteConfirmed()}>
              {words.delete}
            </Button>
          </div>
        </Content>
      </Portal>
    </Root>
  );
}
