import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { joinClasses } from './join-classes';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly heading: string;
  /** One sentence on why it is empty. */
  readonly sentence: string;
  /** Nothing here is good news. */
  readonly isGood?: boolean;
  readonly action?: ReactNode;
}

/** What stands where there is nothing yet, and why there is nothing. */
export function EmptyState({ icon, heading, sentence, isGood = false, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={joinClasses(styles.tile, isGood && styles.good)}>{icon}</span>
      <h2 className={styles.heading}>{heading}</h2>
      <p className={styles.sentence}>{sentence}</p>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
