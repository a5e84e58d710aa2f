import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp, useNavigation } from '../stores/use-stores';
import { Button } from '../ui/button';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

/** The way to the sample chat after the first screen is gone. */
export function SampleCard() {
  const { openSample } = useNavigation();
  const show = useApp((state) => state.show);
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.sample}</h2>
      </div>
      <p className={styles.quiet}>{words.sampleHint}</p>
      <Button
        onClick={() => {
          show('chats');
          void openSample();
        }}
      >
        {words.openSample}
      </Button>
    </section>
  );
}
