import { BudgetsCard } from './budgets-card';
import { SecondLookCard } from './second-look-card';
import styles from './settings-pane.module.css';
import { StrategyCard } from './strategy-card';

/** How a context is made: the strategy, the budgets, and what a change of them would mean. */
export function MemoryTab() {
  return (
    <div className={styles.cards} data-testid="settings-memory">
      <StrategyCard />
      <BudgetsCard />
      <SecondLookCard />
    </div>
  );
}
