import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Toast } from '../ui/toast';

/** Says which user was deleted, for as long as main can bring that user back. */
export function UserDeletedToast() {
  const deleted = useApp((state) => state.users?.deleted ?? null);
  const restoreUser = useApp((state) => state.restoreUser);
  if (deleted === null) return null;
  return (
    <Toast
      text={catalogue.users.deleted(deleted.name)}
      action={catalogue.app.undo}
      onAction={() => void restoreUser(deleted.id)}
    />
  );
}
