import { catalogue } from '../../shared/catalogue/catalogue';
import { useNavigation, useSessions } from '../stores/use-stores';
import { Toast } from '../ui/toast';
import { titleOf } from './title-of';

/** Says which chat was deleted, for as long as it can be brought back. */
export function DeletedToast() {
  const removed = useSessions((state) => state.removed);
  const { undoDelete } = useNavigation();
  if (removed === null) return null;
  return (
    <Toast
      text={catalogue.chats.deleted(titleOf(removed))}
      action={catalogue.app.undo}
      onAction={() => void undoDelete()}
    />
  );
}
