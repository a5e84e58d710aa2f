import { useId, useState, type ReactNode } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { joinClasses } from '../ui/join-classes';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.health;

interface HealthCardProps {
  readonly title: string;
  /** Its place in the grid. */
  readonly place: string;
  /** Quiet words, or marks, at the right of the title. */
  readonly note?: ReactNode;
  /** The same figures as a table, for those who read rather than look. */
  readonly table?: ReactNode;
  readonly children: ReactNode;
}

/** One card of the Health tab; a chart can be turned into its table. */
export function HealthCard({ title, place, note, table, children }: HealthCardProps) {
  const [isTable, setIsTable] = useState(false);
  const heading = useId();
  return (
    <section className={joinClasses(styles.card, styles[place])} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 className={pane.heading} id={heading}>
          {title}
        </h2>
        <div className={styles.note}>
          {note}
          {table !== undefined && (
            <button
              type="button"
              className={pane.link}
              aria-pressed={isTable}
              aria-label={`${words.asTable}: ${title}`}
              onClick={() => setIsTable(!isTable)}
            >
              {isTable ? words.asChart : words.asTable}
            </button>
          )}
        </div>
      </div>
      {isTable ? <div className={styles.tableBox}>{table}</div> : children}
    </section>
  );
}
