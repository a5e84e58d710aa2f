import { catalogue } from '../../shared/catalogue/catalogue';
import { qualityFloor, type Summary } from '../../shared/model/summary';
import { useMemory } from '../stores/use-stores';
import { formatCount, formatDay, formatDollars, formatScore, formatTime } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { Tag } from '../ui/tag';
import { useToday } from '../ui/use-today';
import pane from './memory-pane.module.css';
import { QualityMeter } from './quality-meter';
import styles from './summaries-tab.module.css';
import { nameOfVersion, retriedVersions } from './summary-names';

const words = catalogue.summaries;
const memory = catalogue.memory;

interface VersionProps {
  readonly summary: Summary;
  readonly name: string;
  readonly isRetried: boolean;
  readonly isChosen: boolean;
}

function Marks({ summary, isRetried }: Pick<VersionProps, 'summary' | 'isRetried'>) {
  const isLow = summary.quality !== null && summary.quality < qualityFloor;
  const isWrong = summary.score?.kind === 'scored' && !summary.score.accurate;
  return (
    <>
      {summary.current && <Tag tone="summary">{memory.inUse}</Tag>}
      {isLow && <Tag tone="bad">{isRetried ? words.retried : words.low}</Tag>}
      {isWrong && <Tag tone="warning">{words.inaccurate}</Tag>}
    </>
  );
}

function Version({ summary, name, isRetried, isChosen }: VersionProps) {
  const chooseVersion = useMemory((state) => state.chooseVersion);
  const today = useToday();
  const when = `${formatDay(summary.createdAt, today)}, ${formatTime(summary.createdAt)}`;
  const isLow = summary.quality !== null && summary.quality < qualityFloor;
  return (
    <li
      className={styles.version}
      data-current={summary.current}
      data-low={isLow}
      data-testid="summary-version"
    >
      <div className={styles.line}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={isChosen}
          aria-label={words.show(name)}
          onClick={() => void chooseVersion(summary.id)}
        >
          {name}
        </button>
        <span className={styles.range}>
          {memory.range(summary.fromPosition, summary.toPosition)} <Marks {...{ summary, isRetried }} />
        </span>
        {summary.quality !== null && (
          <span className={joinClasses(styles.score, isLow && styles.low)}>
            {formatScore(summary.quality)}
          </span>
        )}
      </div>
      <div className={styles.about}>
        <span className={pane.quiet}>
          {memory.writtenAt(when, formatCount(summary.tokens))}{' '}
          {summary.model !== 'offline' && memory.by(summary.model)}
          {costText(summary)}
        </span>
        <QualityMeter summary={summary} />
      </div>
    </li>
  );
}

/** What a model's version cost; nothing is said of those made here. */
function costText({ origin, costMicrocents }: Summary): string {
  if (origin !== 'model') return '';
  return ` · ${costMicrocents === null ? words.costUnknown : formatDollars(costMicrocents)}`;
}

/** Every version and every try, the newest first; pressing one shows it below. */
export function SummaryVersions({ chosen }: { readonly chosen: Summary | null }) {
  const summaries = useMemory((state) => state.summaries);
  const retried = retriedVersions(summaries);
  return (
    <ol>
      {summaries.map((summary) => (
        <Version
          key={summary.id}
          summary={summary}
          name={nameOfVersion(summary, retried)}
          isRetried={retried.has(summary.id)}
          isChosen={summary.id === chosen?.id}
        />
      ))}
    </ol>
  );
}
