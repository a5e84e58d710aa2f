import { useEffect } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { joinClasses } from '../ui/join-classes';
import { Skeleton } from '../ui/skeleton';
import { HealthCases } from './health-cases';
import { HealthChoosers } from './health-choosers';
import { HealthCompare } from './health-compare';
import { HealthCosts } from './health-costs';
import { HealthDays } from './health-days';
import { HealthFloors } from './health-floors';
import { HealthHygiene } from './health-hygiene';
import { HealthJobs } from './health-jobs';
import { HealthNetwork } from './health-network';
import { HealthSteps } from './health-steps';
import { HealthStorage } from './health-storage';
import styles from './health-tab.module.css';
import { HealthTokens } from './health-tokens';
import { HealthWhatIf } from './health-what-if';
import { RegistryCard } from './registry-card';

const words = catalogue.health;

/** How the memory fares: times, jobs, tokens, costs and storage, in full width where there is room. */
export function HealthTab() {
  const report = useMemory((state) => state.health);
  const storage = useMemory((state) => state.storage);
  const hasFailed = useMemory((state) => state.healthFailed);
  const loadHealth = useMemory((state) => state.loadHealth);
  const loadJobs = useMemory((state) => state.loadJobs);
  useEffect(() => {
    void loadJobs();
    void loadHealth();
  }, [loadJobs, loadHealth]);
  return (
    <div className={styles.page}>
      <h1 className="visually-hidden">{words.title}</h1>
      <div className={styles.narrowBar}>
        <HealthChoosers />
      </div>
      {hasFailed && (
        <ErrorRow
          text={words.failed}
          action={<Button onClick={() => void loadHealth()}>{catalogue.app.retry}</Button>}
        />
      )}
      <div className={styles.cards}>
        {report === null ? (
          !hasFailed && <Skeleton label={catalogue.memory.loading} widths={[100, 80, 90]} />
        ) : (
          <HealthSteps steps={report.steps} days={report.stepDays} />
        )}
        <HealthJobs />
        {report !== null && (
          <>
            <HealthTokens turns={report.turns} />
            <HealthCompare report={report} />
            <HealthCosts costs={report.costs} />
            <HealthDays days={report.days} />
          </>
        )}
        {storage !== null && <HealthStorage storage={storage} />}
        <HealthNetwork />
        <HealthFloors />
        <HealthCases />
        <HealthWhatIf />
        <HealthHygiene />
        <div className={joinClasses(styles.card, styles.bare)}>
          <RegistryCard />
        </div>
      </div>
    </div>
  );
}
