import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './error-row.module.css';

interface ErrorRowProps {
  readonly text: string;
  readonly action?: ReactNode;
}

/** What failed, in the place where it failed, with the one thing to do about it. */
export function ErrorRow({ text, action }: ErrorRowProps) {
  return (
    <div className={styles.row} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <span className={styles.text}>{text}</span>
      {action}
    </div>
  );
}
