import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useApp } from '../stores/use-stores';
import { ErrorRow } from '../ui/error-row';
import { Skeleton } from '../ui/skeleton';
import { ForgetRange } from './forget-range';
import { ForgetReport } from './forget-report';
import rows from './forget-card.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.history.forget;

function Reports() {
  const forgets = useApp((state) => state.forgets);
  if (forgets === null) return <Skeleton label={words.loading} widths={[60, 40]} />;
  if (forgets.length === 0) return <p className={styles.quiet}>{words.empty}</p>;
  return (
    <ul className={rows.list}>
      {forgets.map((forget) => (
        <ForgetReport key={forget.id} forget={forget} />
      ))}
    </ul>
  );
}

/** What was deleted, what still holds its words, and deleting a part of a chat. */
export function ForgetCard() {
  const loadForgets = useApp((state) => state.loadForgets);
  const dismissHeld = useApp((state) => state.dismissHeld);
  const error = useApp((state) => state.forgetError);
  useEffect(() => {
    dismissHeld();
    void loadForgets();
  }, [dismissHeld, loadForgets]);
  return (
    <section className={styles.card} data-testid="forget-card">
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.title}</h2>
      </div>
      <p className={styles.quiet}>{words.hint}</p>
      <ForgetRange />
      {error !== null && (
        <div className={styles.problem}>
          <ErrorRow text={error.message} />
        </div>
      )}
      <Reports />
    </section>
  );
}
