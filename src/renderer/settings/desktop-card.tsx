import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { joinClasses } from '../ui/join-classes';
import { Switch } from '../ui/switch';
import own from './desktop-card.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

function Choice({ field }: { readonly field: 'notifyAnswers' | 'keepsRunning' }) {
  const isOn = useApp((state) => state.settings?.[field] ?? false);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  return (
    <div className={own.choice}>
      <p className={own.row}>
        <label htmlFor={id}>{words[field]}</label>
        <Switch
          id={id}
          isOn={isOn}
          describedBy={`${id}-hint`}
          onChange={(isWanted) => void changeSettings({ [field]: isWanted })}
        />
      </p>
      <p id={`${id}-hint`} className={joinClasses(styles.quiet, own.hint)}>
        {words[`${field}Hint`]}
      </p>
    </div>
  );
}

/** What Engram does beside its window. */
export function DesktopCard() {
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.desktop}</h2>
      </div>
      <Choice field="notifyAnswers" />
      <Choice field="keepsRunning" />
    </section>
  );
}
