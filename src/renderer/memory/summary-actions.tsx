import { FoldVertical, Pencil, RotateCw, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Summary, SummaryState } from '../../shared/model/summary';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatCount } from '../ui/formats';
import pane from './memory-pane.module.css';
import styles from './summary-actions.module.css';
import { SummaryRange } from './summary-range';

const words = catalogue.summaries;

/** What "Compact now" would do, in numbers. */
export function compactionText({ summarises, bufferTokens, bufferLimit, compaction }: SummaryState): string {
  if (!summarises) return words.noneUnderStrategy;
  const buffer = words.buffer(formatCount(bufferTokens), formatCount(bufferLimit));
  if (compaction === null) return `${buffer} ${words.nothingToFold}`;
  const { folds, keeps, version } = compaction;
  const fold = words.wouldFold(folds[0], folds[1], version);
  return `${buffer} ${fold}${keeps === null ? '.' : words.wouldKeep(keeps[0], keeps[1])}`;
}

/** What a roll back goes to: the version looked at, or the one before the one in force; null is no summary. */
function rollBackTarget(summaries: readonly Summary[], chosen: Summary): Summary | null {
  if (!chosen.current) return chosen;
  return summaries.find(({ id }) => id === chosen.parentId) ?? null;
}

function rollBackText(target: Summary | null, current: Summary | undefined): string | null {
  const end = target?.toPosition ?? 0;
  if (current === undefined || end >= current.toPosition) return null;
  const name = target === null ? words.noSummary : words.version(target.version);
  return words.wouldRollBack(name, end + 1, current.toPosition);
}

function RollBack({ chosen }: { readonly chosen: Summary }) {
  const summaries = useMemory((state) => state.summaries);
  const isBusy = useMemory((state) => state.isSummarising);
  const rollBack = useMemory((state) => state.rollBack);
  const target = rollBackTarget(summaries, chosen);
  return (
    <Button disabled={isBusy} onClick={() => void rollBack(target?.id ?? null)}>
      <Undo2 size={14} aria-hidden="true" />
      {target === null ? words.rollBackToNone : words.rollBack(target.version)}
    </Button>
  );
}

/** Button that folds what is not due yet. */
export function CompactButton({ state }: { readonly state: SummaryState }) {
  const isBusy = useMemory((memory) => memory.isSummarising);
  const compact = useMemory((memory) => memory.compact);
  return (
    <Button isMain disabled={isBusy || state.compaction === null} onClick={() => void compact()}>
      <FoldVertical size={14} aria-hidden="true" />
      {words.compact}
    </Button>
  );
}

interface SummaryActionsProps {
  readonly state: SummaryState;
  readonly chosen: Summary;
  readonly onEdit: () => void;
}

/** What the user can do to the summary, and what each of it would do. */
export function SummaryActions({ state, chosen, onEdit }: SummaryActionsProps) {
  const [isRangeOpen, setRangeOpen] = useState(false);
  const summaries = useMemory((memory) => memory.summaries);
  const isBusy = useMemory((memory) => memory.isSummarising);
  const error = useMemory((memory) => memory.summaryError);
  const again = useMemory((memory) => memory.summariseAgain);
  const current = summaries.find((summary) => summary.current);
  const rollingBack = rollBackText(rollBackTarget(summaries, chosen), current);
  const canFold = state.summarises && current !== undefined;
  return (
    <div className={styles.actions}>
      <div className={styles.buttons} role="group" aria-label={words.actions}>
        <Button disabled={isBusy || !chosen.current} onClick={onEdit}>
          <Pencil size={14} aria-hidden="true" />
          {words.edit}
        </Button>
        <RollBack chosen={chosen} />
        <Button disabled={isBusy || !canFold} onClick={() => void again()}>
          <RotateCw size={14} aria-hidden="true" />
          {words.again}
        </Button>
        <CompactButton state={state} />
      </div>
      <p className={pane.quiet} data-testid="would-fold">
        {isBusy ? <span role="status">{words.working}</span> : compactionText(state)} {rollingBack}{' '}
        {state.summarises && (
          <button
            type="button"
            className={pane.link}
            aria-expanded={isRangeOpen}
            onClick={() => setRangeOpen(!isRangeOpen)}
          >
            {words.chooseRange}
          </button>
        )}
      </p>
      {isRangeOpen && <SummaryRange to={current?.toPosition ?? 1} />}
      {error !== null && <ErrorRow text={error.message} />}
    </div>
  );
}
