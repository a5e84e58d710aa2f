import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { SessionId } from '../../shared/model/ids';
import type { DiffLine, SummaryDiff as Diff } from '../../shared/model/summary';
import { useNavigation } from '../stores/use-stores';
import { Tag } from '../ui/tag';
import pane from './memory-pane.module.css';
import styles from './summary-diff.module.css';

const words = catalogue.summaries.diff;
const signs = { added: '+', lost: '−', kept: '=' } as const;
/** Kept lines shown at first. */
const shownKept = 2;

interface LineProps {
  readonly line: DiffLine;
  readonly sessionId: SessionId;
  /** Null where the version looked at is not in force, so that nothing can be put into it. */
  readonly onPutBack: ((text: string) => void) | null;
}

function Fate({ line, onPutBack }: Pick<LineProps, 'line' | 'onPutBack'>) {
  if (line.fate === null) return null;
  if (line.fate.kind === 'replaced') {
    return <p className={styles.fine}>{words.replaced(line.fate.by, line.fate.position)}</p>;
  }
  return (
    <p className={styles.missing}>
      {words.missing}{' '}
      {onPutBack !== null && (
        <button type="button" className={pane.link} onClick={() => onPutBack(line.text)}>
          {words.putBack}
        </button>
      )}
    </p>
  );
}

function Line({ line, sessionId, onPutBack }: LineProps) {
  const { openChat } = useNavigation();
  const { source } = line;
  return (
    <li className={styles.line} data-kind={line.kind} data-testid="diff-line">
      <span className={styles.sign} aria-hidden="true">
        {signs[line.kind]}
      </span>
      <div className={styles.words}>
        <p>
          <span className="visually-hidden">{words.signs[line.kind]}: </span>
          {line.text}
        </p>
        <Fate line={line} onPutBack={onPutBack} />
      </div>
      {source !== null && (
        <button
          type="button"
          className={styles.source}
          aria-label={words.goTo(source.position)}
          onClick={() => void openChat(sessionId, source.messageId)}
        >
          {words.from(source.position)}
        </button>
      )}
    </li>
  );
}

interface SummaryDiffProps extends Omit<LineProps, 'line'> {
  readonly diff: Diff;
}

/** A version against the one it was made from: what was added, what was lost and why, what was kept. */
export function SummaryDiff({ diff, ...rest }: SummaryDiffProps) {
  const [showsAll, setShowsAll] = useState(false);
  const of = (kind: DiffLine['kind']): readonly DiffLine[] => diff.lines.filter((line) => line.kind === kind);
  const [added, lost, kept] = [of('added'), of('lost'), of('kept')];
  const more = kept.length - shownKept;
  const lines = [...added, ...lost, ...(showsAll ? kept : kept.slice(0, shownKept))];
  return (
    <section className={pane.section} data-testid="summary-diff">
      <div className={pane.head}>
        <h3 className={pane.heading}>
          {diff.against === null ? words.first(diff.version) : words.heading(diff.version, diff.against)}
        </h3>
        <span className={pane.tags}>
          <Tag tone="quiet">{words.kept(kept.length)}</Tag>
          <Tag tone="good">{words.added(added.length)}</Tag>
          <Tag tone="bad">{words.lost(lost.length)}</Tag>
        </span>
      </div>
      <div className={styles.card}>
        <ul>
          {lines.map((line, index) => (
            <Line key={`${line.kind}${String(index)}`} line={line} {...rest} />
          ))}
        </ul>
        {more > 0 && (
          <button
            type="button"
            className={styles.more}
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? words.lessKept : words.moreKept(more)}
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        )}
      </div>
    </section>
  );
}
