import { Layers } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnSnapshot } from '../../shared/model/snapshot';
import { useMemory } from '../stores/use-stores';
import { CopyButton } from '../thread/copy-button';
import { EmptyState } from '../ui/empty-state';
import { ErrorRow } from '../ui/error-row';
import { formatCount, formatTime } from '../ui/formats';
import { PartBar, PartSwatch } from '../ui/part-bar';
import { formatPercent } from '../ui/percents';
import { Skeleton } from '../ui/skeleton';
import { BlockList } from './block-list';
import { contextJson } from './context-json';
import { contextParts } from './context-parts';
import styles from './context-tab.module.css';
import { CutList } from './cut-list';
import pane from './memory-pane.module.css';
import { TurnStepper } from './turn-stepper';

const words = catalogue.memory;

function Legend({ snapshot }: { readonly snapshot: TurnSnapshot }) {
  const parts = contextParts(snapshot);
  return (
    <>
      <PartBar testId="context-bar" label={words.bar} parts={parts} />
      <table className={styles.legend}>
        <tbody>
          {parts.map((part) => (
            <tr key={part.kind}>
              <th scope="row">
                <span className={styles.part}>
                  <PartSwatch kind={part.kind} />
                  {part.label}
                </span>
              </th>
              <td>{formatCount(part.tokens)}</td>
              <td>{formatPercent(part.percent)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.sum}>
            <th scope="row">
              <span className={styles.total}>{words.window}</span>
            </th>
            <td>{formatCount(snapshot.maxContextTokens)}</td>
            <td>{words.whole}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Counted({ snapshot }: { readonly snapshot: TurnSnapshot }) {
  const reported = snapshot.tokensReported;
  const text =
    reported === null
      ? words.estimated
      : words.reported(formatCount(reported.prompt), formatCount(reported.completion));
  return <p className={`${pane.quiet ?? ''} ${styles.note ?? ''}`}>{text}</p>;
}

/** The budget bar of the shown turn and the exact blocks it was sent with. */
export function ContextTab() {
  const snapshot = useMemory((state) => state.snapshot);
  const phase = useMemory((state) => state.phase);
  if (phase === 'loading')
    return <Skeleton label={words.loading} widths={[50, 100, 80, 75, 80, 70, 100, 100]} />;
  if (phase === 'failed') {
    return (
      <div className={pane.section}>
        <ErrorRow text={words.failed} />
      </div>
    );
  }
  if (snapshot === null) {
    return (
      <EmptyState
        icon={<Layers size={20} aria-hidden="true" />}
        heading={words.noContext}
        sentence={words.noContextHint}
      />
    );
  }
  return (
    <>
      <section className={pane.section}>
        <div className={pane.head}>
          <h2 className={pane.heading}>{words.sentIn(snapshot.turnNumber)}</h2>
          <TurnStepper turnId={snapshot.turnId} />
        </div>
        <p className={`${pane.quiet ?? ''} ${styles.sentAt ?? ''}`}>
          {words.sentAt(formatTime(snapshot.createdAt), formatCount(snapshot.tokensEstimated))}
        </p>
        <Legend snapshot={snapshot} />
        <Counted snapshot={snapshot} />
      </section>
      <section className={pane.section}>
        <div className={pane.head}>
          <h3 className={pane.subheading}>{words.saw}</h3>
          <span className={styles.right}>
            <CopyButton label={words.copyJson} text={contextJson(snapshot)} />
            <span className={pane.quiet}>{words.tokens}</span>
          </span>
        </div>
        <BlockList key={snapshot.turnId} snapshot={snapshot} />
      </section>
      {snapshot.cuts.length > 0 && <CutList snapshot={snapshot} />}
    </>
  );
}
