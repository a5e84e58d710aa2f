import { catalogue } from '../../shared/catalogue/catalogue';
import type { ImportProgress } from '../../shared/model/import';
import { useTimeLeft } from '../ui/use-time-left';
import styles from './import-dialog.module.css';

const words = catalogue.chats.importDialog;

interface ImportProgressProps {
  /** Null before anything is known. */
  readonly progress: ImportProgress | null;
  /** What has been done of what, in words. */
  readonly describe: (done: number, total: number) => string;
}

/** How far an import is, and how long it will still take. */
export function ImportProgressBar({ progress, describe }: ImportProgressProps) {
  const { done, total } = progress ?? { done: 0, total: 0 };
  const left = useTimeLeft(done, total);
  const percent = total === 0 ? 0 : Math.min(100, (done / total) * 100);
  const text = total === 0 ? words.starting : describe(done, total);
  return (
    <div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(percent)}
      >
        <span className={styles.done} style={{ width: `${percent}%` }} />
      </div>
      <p className={styles.facts}>{text + left}</p>
    </div>
  );
}
