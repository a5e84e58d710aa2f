import { assertNever } from '../../shared/assert-never';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallReport } from '../../shared/model/recall';
import { formatCount, formatScore } from '../ui/formats';
import pane from './memory-pane.module.css';
import type { NearMiss } from './near-misses';
import { nearMisses } from './near-misses';
import styles from './recall-tab.module.css';

const words = catalogue.memory;

function textsOf(miss: NearMiss, report: RecallReport): readonly [string, string] {
  const { candidate } = miss;
  switch (miss.kind) {
    case 'too-long': {
      const sum = miss.usedTokens + candidate.tokens;
      return [
        words.tooLong(candidate.position, formatCount(sum - report.tokenBudget)),
        words.tooLongSum(
          formatCount(miss.usedTokens),
          formatCount(candidate.tokens),
          formatCount(sum),
          formatCount(report.tokenBudget),
        ),
      ];
    }
    case 'too-many':
      return [words.tooMany(candidate.position), words.tooManySum(report.topK)];
    case 'under-floor':
      return [
        words.underFloor(candidate.position, formatScore(report.floor - candidate.score)),
        words.underFloorSum(formatScore(candidate.score), formatScore(report.floor)),
      ];
    default:
      return assertNever(miss);
  }
}

interface NearMissListProps {
  readonly report: RecallReport;
}

/** The candidates that would have been next, with the sum that kept each of them out. */
export function NearMissList({ report }: NearMissListProps) {
  const misses = nearMisses(report);
  if (misses.length === 0) return null;
  return (
    <section className={pane.section}>
      <div className={pane.head}>
        <h3 className={pane.subheading}>{words.nearMisses}</h3>
        <span className={pane.quiet}>{words.nearMissesHint}</span>
      </div>
      <ul className={styles.misses}>
        {misses.map((miss) => {
          const [heading, sum] = textsOf(miss, report);
          return (
            <li key={miss.candidate.messageId} className={styles.miss}>
              <p className={styles.missName}>{heading}</p>
              <p className={pane.quiet}>{sum}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
