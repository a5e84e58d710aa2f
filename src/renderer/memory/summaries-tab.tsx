import { BookText } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Summary } from '../../shared/model/summary';
import { useMemory } from '../stores/use-stores';
import { EmptyState } from '../ui/empty-state';
import { formatCount, formatDay, formatScore, formatTime } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { Tag } from '../ui/tag';
import { useToday } from '../ui/use-today';
import pane from './memory-pane.module.css';
import styles from './summaries-tab.module.css';

const words = catalogue.memory;
/** Below this quality a summary is made again (DESIGN 4). */
const QUALITY_FLOOR = 0.7;

function Quality({ quality }: { readonly quality: number | null }) {
  if (quality === null) return <span className={pane.quiet}>{words.unscored}</span>;
  return (
    <span
      className={styles.meter}
      role="img"
      aria-label={words.quality(formatScore(quality))}
      data-low={quality < QUALITY_FLOOR}
    >
      <span style={{ width: `${quality * 100}%` }} />
    </span>
  );
}

function Version({ summary }: { readonly summary: Summary }) {
  const [isOpen, setOpen] = useState(summary.current);
  const today = useToday();
  const when = `${formatDay(summary.createdAt, today)}, ${formatTime(summary.createdAt)}`;
  const isLow = summary.quality !== null && summary.quality < QUALITY_FLOOR;
  return (
    <li className={styles.version} data-current={summary.current}>
      <div className={styles.line}>
        <span className={styles.name}>{words.version(summary.version)}</span>
        <span className={styles.range}>
          {words.range(summary.fromPosition, summary.toPosition)}{' '}
          {summary.current && <Tag tone="summary">{words.inUse}</Tag>}
        </span>
        {summary.quality !== null && (
          <span className={joinClasses(styles.score, isLow && styles.low)}>
            {formatScore(summary.quality)}
          </span>
        )}
      </div>
      <div className={styles.about}>
        <span className={pane.quiet}>
          {words.writtenAt(when, formatCount(summary.tokens))} {words.by(summary.model)}{' '}
          <button type="button" className={pane.link} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? words.hideSummary : words.readSummary}
          </button>
        </span>
        <Quality quality={summary.quality} />
      </div>
      {isOpen && <p className={styles.text}>{summary.text}</p>}
    </li>
  );
}

function shorterText(current: Summary): string {
  const times = (current.sourceTokens / Math.max(1, current.tokens)).toFixed(1);
  const source = formatCount(current.sourceTokens);
  return words.shorter(source, current.fromPosition, current.toPosition, times, current.version);
}

/** The versions of the chat's summary, the newest first. */
export function SummariesTab() {
  const summaries = useMemory((state) => state.summaries);
  const sorted = [...summaries].sort((a, b) => b.version - a.version);
  const current = sorted.find((summary) => summary.current);
  if (sorted.length === 0) {
    return (
      <EmptyState
        icon={<BookText size={20} aria-hidden="true" />}
        heading={words.noSummaries}
        sentence={words.noSummariesHint}
      />
    );
  }
  return (
    <section className={pane.section}>
      <div className={pane.head}>
        <h2 className={pane.heading}>{words.versions}</h2>
        {current !== undefined && <span className={pane.quiet}>{shorterText(current)}</span>}
      </div>
      <ol>
        {sorted.map((summary) => (
          <Version key={summary.id} summary={summary} />
        ))}
      </ol>
    </section>
  );
}
