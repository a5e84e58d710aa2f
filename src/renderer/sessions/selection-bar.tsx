import { Archive, ArchiveRestore, FileDown, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { folderLength } from '../../shared/model/session';
import { useNavigation, useSessions } from '../stores/use-stores';
import { IconButton } from '../ui/button';
import styles from './chats-pane.module.css';
import { FolderButton } from './folder-menu';
import { RenameField } from './rename-field';

const words = catalogue.chats;

/** What can be done to the chosen chats, while there are any. */
export function SelectionBar() {
  const selection = useSessions((state) => state.selection);
  const isArchive = useSessions((state) => state.isArchive);
  const setArchived = useSessions((state) => state.setArchived);
  const openExport = useSessions((state) => state.openExport);
  const clearSelection = useSessions((state) => state.clearSelection);
  const setFolderOfChosen = useSessions((state) => state.setFolderOfChosen);
  const { deleteChosen } = useNavigation();
  const [isNaming, setNaming] = useState(false);
  if (selection.length === 0) return null;
  if (isNaming) {
    const name = (folder: string | null): void => {
      setNaming(false);
      if (folder !== null && folder.trim() !== '') void setFolderOfChosen(folder);
    };
    return (
      <div className={styles.selection}>
        <RenameField label={words.folderField} value="" maxLength={folderLength} onDone={name} />
      </div>
    );
  }
  return (
    <div className={styles.selection} role="toolbar" aria-label={words.chosen(selection.length)}>
      <span className={styles.footText} aria-hidden="true">
        {words.chosenShort(selection.length)}
      </span>
      <span className="visually-hidden" role="status">
        {words.chosen(selection.length)}
      </span>
      <FolderButton onNew={() => setNaming(true)} />
      <IconButton
        label={isArchive ? words.unarchive : words.archive}
        tooltipSide="top"
        onClick={() => void setArchived(selection, !isArchive)}
      >
        {isArchive ? (
          <ArchiveRestore size={15} aria-hidden="true" />
        ) : (
          <Archive size={15} aria-hidden="true" />
        )}
      </IconButton>
      <IconButton label={catalogue.exporting.action} tooltipSide="top" onClick={() => openExport(selection)}>
        <FileDown size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.delete} tooltipSide="top" onClick={() => void deleteChosen()}>
        <Trash2 size={15} aria-hidden="true" />
      </IconButton>
      <IconButton label={words.clearSelection} tooltipSide="top" onClick={clearSelection}>
        <X size={15} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
