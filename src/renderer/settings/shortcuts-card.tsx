import { catalogue } from '../../shared/catalogue/catalogue';
import { capsOf, shortcuts } from '../shortcuts';
import { useApp } from '../stores/use-stores';
import { KeyCaps } from '../ui/key-caps';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

/** Every shortcut of the window. */
export function ShortcutsCard() {
  const isMac = useApp((state) => state.start?.platform === 'darwin');
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.shortcuts}</h2>
        <span className={styles.quiet}>{words.shortcutsHint}</span>
      </div>
      <ul>
        {shortcuts.map((shortcut) => (
          <li key={shortcut.id} className={styles.shortcut}>
            {catalogue.app.shortcuts[shortcut.id]}
            <span className="visually-hidden">{capsOf(shortcut.id, isMac).join(' ')}</span>
            <KeyCaps keys={capsOf(shortcut.id, isMac)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
