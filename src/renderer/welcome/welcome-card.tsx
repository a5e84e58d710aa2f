import type { ReactNode } from 'react';
import { useId } from 'react';
import { joinClasses } from '../ui/join-classes';
import styles from './welcome-card.module.css';

interface WelcomeCardProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly testId: string;
  /** The way we would go. */
  readonly isFirst?: boolean;
  /** What leaves this computer on this way. */
  readonly note: string;
  /** What there is to do, down to its button. */
  readonly children: ReactNode;
}

/** One way to begin. */
export function WelcomeCard({
  icon,
  title,
  text,
  testId,
  isFirst = false,
  note,
  children,
}: WelcomeCardProps) {
  const titleId = useId();
  return (
    <section
      className={joinClasses(styles.card, isFirst && styles.first)}
      aria-labelledby={titleId}
      data-testid={testId}
    >
      <span className={styles.tile}>{icon}</span>
      <h2 id={titleId} className={styles.title}>
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
      {children}
      <p className={styles.note}>{note}</p>
    </section>
  );
}
