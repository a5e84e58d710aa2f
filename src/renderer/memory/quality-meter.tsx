import { catalogue } from '../../shared/catalogue/catalogue';
import { qualityFloor, type Summary } from '../../shared/model/summary';
import { formatScore } from '../ui/formats';
import pane from './memory-pane.module.css';
import styles from './summaries-tab.module.css';

const words = catalogue.summaries;

function shortReason({ score, quality, origin }: Summary): string {
  if (origin === 'user') return words.yours;
  if (score === null) return quality === null ? words.unscoredYet : '';
  if (score.kind === 'unscored') return words.unscored;
  if (score.details !== null && score.details.all > 0)
    return words.detailsKept(score.details.kept, score.details.all);
  return words.missingCount(score.missing.length);
}

/** What a version keeps, as a bar with a mark at the floor and a few words. */
export function QualityMeter({ summary }: { readonly summary: Summary }) {
  const { quality } = summary;
  return (
    <span className={styles.kept}>
      <span className={pane.quiet}>{shortReason(summary)}</span>
      {quality !== null && (
        <span
          className={styles.meter}
          role="img"
          aria-label={catalogue.memory.quality(formatScore(quality))}
          data-low={quality < qualityFloor}
        >
          <span style={{ width: `${quality * 100}%` }} />
        </span>
      )}
    </span>
  );
}
