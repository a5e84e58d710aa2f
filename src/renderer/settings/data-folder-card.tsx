import { FolderOpen } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

/** Where everything is kept. */
export function DataFolderCard() {
  const folder = useApp((state) => state.start?.dataFolder);
  const openDataFolder = useApp((state) => state.openDataFolder);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.dataFolder}</h2>
      </div>
      <p className={styles.quiet}>{words.dataFolderHint}</p>
      <code className={styles.path}>{folder}</code>
      <Button onClick={() => void openDataFolder()}>
        <FolderOpen size={14} aria-hidden="true" />
        {words.open}
      </Button>
    </section>
  );
}
