import { FileDown } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './settings-pane.module.css';

const words = catalogue.exporting;

/** All chats in one file. */
export function ExportCard() {
  const openExport = useSessions((state) => state.openExport);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
      </div>
      <p className={styles.quiet}>{words.allHint}</p>
      <Button onClick={() => openExport(null)}>
        <FileDown size={14} aria-hidden="true" />
        {words.action}
      </Button>
    </section>
  );
}
