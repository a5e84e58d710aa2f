import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { Switch } from '../ui/switch';
import styles from './settings-pane.module.css';
import own from './second-look-card.module.css';

const words = catalogue.secondLook;

/** Whether memory looks a second time where information is missing. */
export function SecondLookCard() {
  const isOn = useApp((state) => state.settings?.secondLook ?? true);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.name}</h2>
        <span className={styles.quiet}>{isOn ? words.on : words.off}</span>
      </div>
      <p className={own.row}>
        <label htmlFor={id}>{words.setting}</label>
        <Switch
          id={id}
          isOn={isOn}
          describedBy={`${id}-hint`}
          onChange={(secondLook) => void changeSettings({ secondLook })}
        />
      </p>
      <p id={`${id}-hint`} className={styles.quiet}>
        {words.settingHint}
      </p>
    </section>
  );
}
