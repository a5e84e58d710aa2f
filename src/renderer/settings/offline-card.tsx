import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Switch } from '../ui/switch';
import costs from './costs.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.costs;

/** The switch that keeps every request from leaving. */
export function OfflineCard() {
  const isOn = useApp((state) => state.settings?.offlineMode ?? false);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  return (
    <section className={styles.card}>
      <div className={costs.switchRow}>
        <h2 className={styles.cardTitle}>
          <label htmlFor={id}>{words.offlineMode}</label>
        </h2>
        <Switch
          id={id}
          isOn={isOn}
          describedBy={`${id}-hint`}
          onChange={(offlineMode) => void changeSettings({ offlineMode })}
        />
      </div>
      <p id={`${id}-hint`} className={styles.quiet}>
        {words.offlineHint}
      </p>
    </section>
  );
}
