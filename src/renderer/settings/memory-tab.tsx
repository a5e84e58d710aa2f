import { useEffect } from 'react';
import { useApp, useSessions } from '../stores/use-stores';
import { BudgetsCard } from './budgets-card';
import { ProfileCard } from './profile-card';
import { SecondLookCard } from './second-look-card';
import styles from './settings-pane.module.css';
import { StrategyCard } from './strategy-card';
import { TiersCard } from './tiers-card';

/** How a context is made: the strategy, the budgets, the tiers, and what a change of them would mean. */
export function MemoryTab() {
  const session = useSessions((state) => state.opened);
  const budgets = useApp((state) => state.settings?.budgets ?? null);
  const previewChoices = useApp((state) => state.previewChoices);
  useEffect(() => {
    if (session !== null && budgets !== null) void previewChoices(session, budgets);
  }, [session, budgets, previewChoices]);
  return (
    <div className={styles.cards} data-testid="settings-memory">
      <div className={styles.column}>
        <StrategyCard />
        <SecondLookCard />
      </div>
      <BudgetsCard />
      <TiersCard />
      <ProfileCard />
    </div>
  );
}
