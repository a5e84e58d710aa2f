import { catalogue } from '../../shared/catalogue/catalogue';
import { modelLabel } from '../stores/model-label';
import { useApp } from '../stores/use-stores';
import styles from './settings-pane.module.css';

const words = catalogue.settings;

/** What this program is and which version of it runs. */
export function AboutCard() {
  const start = useApp((state) => state.start);
  const { label } = modelLabel(useApp((state) => state.settings));
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.about}</h2>
        <span className={styles.quiet}>{words.aboutText}</span>
      </div>
      <dl className={styles.facts}>
        <dt>{words.version}</dt>
        <dd>
          {start &&
            (start.build === null ? start.version : words.versionWithBuild(start.version, start.build))}
        </dd>
        <dt>{words.model}</dt>
        <dd>{label}</dd>
        <dt>{words.licence}</dt>
        <dd>{words.licenceName}</dd>
      </dl>
    </section>
  );
}
