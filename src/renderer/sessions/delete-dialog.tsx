import { useRef } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { titleOf } from './title-of';

const words = catalogue.chats.deleteDialog;

/** Asks before a chat is deleted that nothing brings back; the way out has the focus. */
export function DeleteDialog() {
  const confirming = useSessions((state) => state.confirming);
  const confirm = useSessions((state) => state.confirm);
  const { deleteConfirmed } = useNavigation();
  const cancel = useRef<HTMLButtonElement>(null);
  if (confirming === null) return null;
  return (
    <Dialog
      testId="delete-dialog"
      title={words.title(titleOf(confirming))}
      about={words.text}
      harmless={cancel}
      onClose={() => confirm(null)}
      foot={
        <>
          <Button ref={cancel} onClick={() => confirm(null)}>
            {catalogue.app.cancel}
          </Button>
          <Button isMain onClick={() => void deleteConfirmed()}>
            {words.delete}
          </Button>
        </>
      }
    />
  );
}
