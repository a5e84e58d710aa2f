import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Switch } from '../ui/switch';
import row from './second-look-card.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.profile.setting;

/** Whether facts about the user are distilled and sent. */
export function ProfileCard() {
  const isOn = useApp((state) => state.settings?.profile ?? true);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.heading}</h2>
      </div>
      <p className={row.row}>
        <label htmlFor={id}>{words.label}</label>
        <Switch
          id={id}
          isOn={isOn}
          describedBy={`${id}-hint`}
          onChange={(profile) => void changeSettings({ profile })}
        />
      </p>
      <p id={`${id}-hint`} className={styles.quiet}>
        {words.hint}
      </p>
    </section>
  );
}
