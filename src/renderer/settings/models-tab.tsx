import { useApp } from '../stores/use-stores';
import { ErrorRow } from '../ui/error-row';
import { CapCard } from './cap-card';
import { OfflineCard } from './offline-card';
import { PricesCard } from './prices-card';
import { ProvidersCard } from './providers-card';
import { RolesCard } from './roles-card';
import styles from './settings-pane.module.css';

/** Who is asked, with which key, and which model does what. */
export function ModelsTab() {
  const error = useApp((state) => state.modelsError);
  return (
    <div data-testid="settings-models">
      {error !== null && (
        <div className={styles.problem}>
          <ErrorRow text={error.message} />
        </div>
      )}
      <div className={styles.cards}>
        <ProvidersCard />
        <RolesCard />
        <CapCard />
        <PricesCard />
        <OfflineCard />
      </div>
    </div>
  );
}
