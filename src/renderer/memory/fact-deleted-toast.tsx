import { catalogue } from '../../shared/catalogue/catalogue';
import { useMemory } from '../stores/use-stores';
import { Toast } from '../ui/toast';

/** Says which fact was deleted, for as long as it can be brought back. */
export function FactDeletedToast() {
  const deleted = useMemory((state) => state.deletedFact);
  const undo = useMemory((state) => state.undoDeleteFact);
  if (deleted === null) return null;
  return (
    <Toast
      text={catalogue.profile.deleted(deleted.text)}
      action={catalogue.app.undo}
      onAction={() => void undo()}
    />
  );
}
