import { catalogue } from '../../shared/catalogue/catalogue';
import { shortcutIds } from '../../shared/key-bindings';
import { useApp } from '../stores/use-stores';
import { ErrorRow } from '../ui/error-row';
import styles from './settings-pane.module.css';
import { ShortcutRow } from './shortcut-row';

const words = catalogue.settings;

/** Every shortcut of the window, each with a way to other keys. */
export function ShortcutsCard() {
  const error = useApp((state) => state.settingsError);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.shortcuts}</h2>
        <span className={styles.quiet}>{words.shortcutsHint}</span>
      </div>
      <ul>
        {shortcutIds.map((id) => (
          <ShortcutRow key={id} id={id} />
        ))}
      </ul>
      {error !== null && <ErrorRow text={`${words.saveFailed} ${error.message}`} />}
    </section>
  );
}
