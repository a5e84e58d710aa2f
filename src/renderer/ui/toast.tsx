import styles from './toast.module.css';
import { Button } from './button';

interface ToastProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

/** A line at the foot of the window about something just done, with the one way to undo it. */
export function Toast({ text, action, onAction }: ToastProps) {
  return (
    <div className={styles.place} role="status">
      <div className={styles.toast}>
        <span className={styles.text}>{text}</span>
        <Button onClick={onAction}>{action}</Button>
      </div>
    </div>
  );
}
