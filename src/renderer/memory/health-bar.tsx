import { catalogue } from '../../shared/catalogue/catalogue';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { HealthChoosers } from './health-choosers';
import styles from './health-tab.module.css';

/** What stands beside the tabs while Health takes the whole width: its choosers and the way back. */
export function HealthBar() {
  const showTab = useMemory((state) => state.showTab);
  return (
    <div className={styles.wideBar}>
      <HealthChoosers />
      <Button onClick={() => showTab('context')}>{catalogue.health.back}</Button>
    </div>
  );
}
