import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Toast } from '../ui/toast';

/** Says which preset was deleted, for as long as it can be brought back. */
export function PresetDeletedToast() {
  const deleted = useApp((state) => state.deletedPreset);
  const undo = useApp((state) => state.undoDeletePreset);
  if (deleted === null) return null;
  return (
    <Toast
      text={catalogue.presets.deleted(deleted.name)}
      action={catalogue.app.undo}
      onAction={() => void undo()}
    />
  );
}
