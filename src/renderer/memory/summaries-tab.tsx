import { BookText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { StoppedWork, Summary, SummaryState } from '../../shared/model/summary';
import { useMemory, useSessions } from '../stores/use-stores';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ErrorRow } from '../ui/error-row';
import { formatCount, formatFixed } from '../ui/formats';
import { Skeleton } from '../ui/skeleton';
import pane from './memory-pane.module.css';
import { QualityChart } from './quality-chart';
import styles from './summaries-tab.module.css';
import { CompactButton, compactionText, SummaryActions } from './summary-actions';
import { SummaryDiff } from './summary-diff';
import { SummaryEditor } from './summary-editor';
import { SummaryJudgement } from './summary-judgement';
import { nameOfVersion, retriedVersions } from './summary-names';
import { SummaryVersions } from './summary-versions';

const words = catalogue.memory;

function shorterText(current: Summary): string {
  const times = formatFixed(current.sourceTokens / Math.max(1, current.tokens), 1);
  const source = formatCount(current.sourceTokens);
  return words.shorter(source, current.fromPosition, current.toPosition, times, current.version);
}

interface StoppedProps {
  readonly work: StoppedWork | null;
  readonly say: (message: string, attempts: number) => string;
}

function Stopped({ work, say }: StoppedProps) {
  const retry = useMemory((state) => state.retryStopped);
  if (work === null) return null;
  return (
    <div className={pane.section}>
      <ErrorRow
        text={say(work.message, work.attempts)}
        action={<Button onClick={() => void retry(work.jobId)}>{catalogue.summaries.retry}</Button>}
      />
    </div>
  );
}

function NoSummary({ state }: { readonly state: SummaryState }) {
  const error = useMemory((memory) => memory.summaryError);
  return (
    <>
      <EmptyState
        icon={<BookText size={20} aria-hidden="true" />}
        heading={words.noSummaries}
        sentence={words.noSummariesHint}
        action={state.compaction === null ? undefined : <CompactButton state={state} />}
      />
      <p className={`${pane.quiet ?? ''} ${styles.centred ?? ''}`} data-testid="would-fold">
        {compactionText(state)}
      </p>
      {error !== null && <ErrorRow text={error.message} />}
    </>
  );
}

/** The version looked at: its text or its editor, against the one before, and how it was judged. */
function Shown({ state, chosen }: { readonly state: SummaryState; readonly chosen: Summary }) {
  const [edited, setEdited] = useState<string | null>(null);
  const summaries = useMemory((memory) => memory.summaries);
  const diff = useMemory((memory) => memory.summaryDiff);
  const editSummary = useMemory((memory) => memory.editSummary);
  const putBack = async (line: string): Promise<void> => {
    const text = `${chosen.text}\n${line}`;
    // Where it does not fit the user decides what makes room for it.
    if (!(await editSummary(chosen.id, text))) setEdited(text);
  };
  return (
    <>
      <section className={pane.section}>
        <SummaryActions state={state} chosen={chosen} onEdit={() => setEdited(chosen.text)} />
      </section>
      <section className={pane.section}>
        {edited !== null && chosen.current ? (
          <SummaryEditor summary={chosen} text={edited} onClose={() => setEdited(null)} />
        ) : (
          <p className={styles.text} dir="auto" data-testid="summary-text">
            {chosen.text}
          </p>
        )}
      </section>
      {diff?.summaryId !== chosen.id ? (
        <Skeleton label={catalogue.summaries.diff.loading} widths={[100, 90, 95]} />
      ) : (
        <SummaryDiff
          diff={diff}
          sessionId={chosen.sessionId}
          onPutBack={chosen.current ? (line) => void putBack(line) : null}
        />
      )}
      <SummaryJudgement summary={chosen} name={nameOfVersion(chosen, retriedVersions(summaries))} />
    </>
  );
}

/** The versions of the chat's summary, the newest first, what they keep, and what can be done with them. */
export function SummariesTab() {
  const summaries = useMemory((memory) => memory.summaries);
  const state = useMemory((memory) => memory.summaryState);
  const chosenId = useMemory((memory) => memory.chosenVersion);
  const sessionId = useMemory((memory) => memory.sessionId);
  const isShown = useMemory((memory) => memory.tab === 'summaries');
  const load = useMemory((memory) => memory.loadSummaries);
  const messages = useSessions((sessions) => sessions.opened?.messageCount ?? 0);
  useEffect(() => {
    if (isShown) void load();
  }, [isShown, load, sessionId, messages]);
  if (state === null) return <Skeleton label={words.loading} widths={[50, 100, 80, 75, 100]} />;
  const current = summaries.find((summary) => summary.current);
  const chosen = summaries.find(({ id }) => id === chosenId) ?? current ?? summaries[0] ?? null;
  return (
    <>
      <Stopped work={state.stopped} say={catalogue.summaries.stopped} />
      <Stopped work={state.stoppedScore} say={catalogue.summaries.stoppedScore} />
      {chosen === null ? (
        <NoSummary state={state} />
      ) : (
        <>
          <section className={pane.section}>
            <div className={pane.head}>
              <h2 className={pane.heading}>{words.versions}</h2>
              {current !== undefined && <span className={pane.quiet}>{shorterText(current)}</span>}
            </div>
            <SummaryVersions chosen={chosen} />
          </section>
          <Shown key={chosen.id} state={state} chosen={chosen} />
          <QualityChart summaries={summaries} />
        </>
      )}
    </>
  );
}
