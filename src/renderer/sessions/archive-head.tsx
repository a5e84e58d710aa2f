import { ArrowLeft } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useSessions } from '../stores/use-stores';
import pane from '../memory/memory-pane.module.css';
import styles from './chats-pane.module.css';

const words = catalogue.chats;

/** Says that the list shows the archive, and leads back. */
export function ArchiveHead() {
  const isArchive = useSessions((state) => state.isArchive);
  const isEmpty = useSessions((state) => state.sessions.length === 0);
  const showArchive = useSessions((state) => state.showArchive);
  if (!isArchive) return null;
  return (
    <div className={styles.archive}>
      <button type="button" className={pane.link} onClick={() => void showArchive(false)}>
        <ArrowLeft size={13} aria-hidden="true" /> {words.hideArchive}
      </button>
      <p>{isEmpty ? words.emptyArchive : words.archiveHint}</p>
    </div>
  );
}
