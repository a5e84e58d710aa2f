import { Root, Thumb } from '@radix-ui/react-switch';
import { useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { joinClasses } from '../ui/join-classes';
import costs from './costs.module.css';
import own from './desktop-card.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

function Choice({ field }: { readonly field: 'notifyAnswers' | 'keepsRunning' }) {
  const isOn = useApp((state) => state.settings?.[field] ?? false);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  return (
    <>
      <div className={costs.switchRow}>
        <h3 className={own.name} id={id}>
          {words[field]}
        </h3>
        <Root
          className={costs.switch}
          checked={isOn}
          aria-labelledby={id}
          onCheckedChange={(isWanted) => void changeSettings({ [field]: isWanted })}
        >
          <Thumb className={costs.thumb} />
        </Root>
      </div>
      <p className={joinClasses(styles.quiet, own.hint)}>{words[`${field}Hint`]}</p>
    </>
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
