import { Root, Thumb } from '@radix-ui/react-switch';
import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
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
        <h2 className={styles.cardTitle} id={id}>
          {words.offlineMode}
        </h2>
        <Root
          className={costs.switch}
          checked={isOn}
          aria-labelledby={id}
          onCheckedChange={(offlineMode) => void changeSettings({ offlineMode })}
        >
          <Thumb className={costs.thumb} />
        </Root>
      </div>
      <p className={styles.quiet}>{words.offlineHint}</p>
    </section>
  );
}
