import { catalogue } from '../../shared/catalogue/catalogue';
import type { DayCost } from '../../shared/model/health';
import { formatCount, formatDollars } from '../ui/formats';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.health;

/** What each day cost, answers and background apart; calls without a known price are named, never counted as 0. */
export function HealthDays({ days }: { readonly days: readonly DayCost[] }) {
  const unpriced = days.reduce((sum, day) => sum + day.unpricedCalls, 0);
  return (
    <HealthCard
      title={words.days}
      place="daysPlace"
      note={unpriced > 0 && <span className={pane.quiet}>{words.unpriced(unpriced)}</span>}
    >
      {days.length === 0 ? (
        <p className={pane.quiet}>{words.noCosts}</p>
      ) : (
        <div className={styles.tableBox}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.day}</th>
                <th scope="col">{words.calls}</th>
                <th scope="col">{catalogue.memory.tokens}</th>
                <th scope="col">{words.answersCost}</th>
                <th scope="col">{words.backgroundCost}</th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((day) => (
                <tr key={day.day}>
                  <th scope="row">{day.day}</th>
                  <td>{formatCount(day.calls)}</td>
                  <td>{formatCount(day.tokens)}</td>
                  <td>{formatDollars(day.turnMicrocents)}</td>
                  <td>{formatDollars(day.backgroundMicrocents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </HealthCard>
  );
}
