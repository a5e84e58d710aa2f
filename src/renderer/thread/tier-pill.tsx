import { catalogue } from '../../shared/catalogue/catalogue';
import { tierOf } from '../../shared/tiers';
import { useApp } from '../stores/use-stores';
import { joinClasses } from '../ui/join-classes';
import pill from '../ui/pill.module.css';
import styles from './thread-header.module.css';

const words = catalogue.tiers;

/** The tier in force, with its window; the way to its settings. */
export function TierPill() {
  const settings = useApp((state) => state.settings);
  const showSettings = useApp((state) => state.showSettings);
  if (settings === null) return null;
  return (
    <button
      type="button"
      className={joinClasses(pill.pill, styles.tier)}
      data-testid="tier-pill"
      title={words.pillHint}
      onClick={() => showSettings('memory')}
    >
      {words.withWindow(words.name[tierOf(settings)], settings.budgets.maxContextTokens)}
    </button>
  );
}
