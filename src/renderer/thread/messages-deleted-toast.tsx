import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useThread } from '../stores/use-stores';
import { Toast } from '../ui/toast';

const words = catalogue.history;

/** Says what was deleted, while it can be brought back; afterwards, whether anything still holds its words. */
export function MessagesDeletedToast() {
  const deleted = useThread((state) => state.deleted);
  const undoDelete = useThread((state) => state.undoDelete);
  const held = useApp((state) => state.heldReport);
  const dismissHeld = useApp((state) => state.dismissHeld);
  const showSettings = useApp((state) => state.showSettings);
  if (deleted !== null) {
    const text = words.deletedToast(deleted.count);
    return <Toast text={text} action={catalogue.app.undo} onAction={() => void undoDelete()} />;
  }
  if (held === null) return null;
  const show = (): void => {
    dismissHeld();
    showSettings('data');
  };
  return <Toast text={words.heldToast(held.places.length)} action={words.show} onAction={show} />;
}
