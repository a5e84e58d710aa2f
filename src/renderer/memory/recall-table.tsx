import { catalogue } from '../../shared/catalogue/catalogue';
import type { RecallReport, Verdict } from '../../shared/model/recall';
import { formatCount, formatScore } from '../ui/formats';
import { Tag } from '../ui/tag';
import pane from './memory-pane.module.css';
import { RecallRow } from './recall-row';
import styles from './recall-tab.module.css';
import { verdictOrder, verdictTones } from './verdict-tones';

const words = catalogue.memory;

function VerdictCounts({ report }: { readonly report: RecallReport }) {
  const count = (verdict: Verdict): number =>
    report.candidates.filter((candidate) => candidate.verdict === verdict).length;
  return (
    <span className={pane.tags}>
      {verdictOrder
        .filter((verdict) => count(verdict) > 0)
        .map((verdict) => (
          <Tag key={verdict} tone={verdictTones[verdict]}>
            {words.verdictCount[verdict](count(verdict))}
          </Tag>
        ))}
    </span>
  );
}

function Foot({ report }: { readonly report: RecallReport }) {
  const kept = report.candidates.filter((candidate) => candidate.verdict === 'kept');
  const used = kept.reduce((sum, candidate) => sum + candidate.tokens, 0);
  const share = report.tokenBudget === 0 ? 0 : Math.min(1, used / report.tokenBudget);
  return (
    <div className={`${styles.foot ?? ''} ${pane.quiet ?? ''}`}>
      <span>{words.floor(formatScore(report.floor))}</span>
      <span className={styles.budget}>
        {words.recallBudget}
        <span className={styles.budgetBar}>
          <span style={{ width: `${share * 100}%` }} />
        </span>
        {words.budgetUsed(formatCount(used), formatCount(report.tokenBudget))}
      </span>
    </div>
  );
}

interface RecallTableProps {
  readonly report: RecallReport;
}

/** All candidates of one recall, best first. */
export function RecallTable({ report }: RecallTableProps) {
  const best = Math.max(...report.candidates.map((candidate) => candidate.score), report.floor, 1e-9);
  const bestBm25 = Math.max(...report.candidates.map((candidate) => candidate.bm25 ?? 0), 1e-9);
  const { columns } = words;
  return (
    <section className={pane.section}>
      <div className={pane.head}>
        <h2 className={pane.heading}>{words.candidates(report.candidates.length)}</h2>
        <VerdictCounts report={report} />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{columns.rank}</span>
            </th>
            <th scope="col">{columns.message}</th>
            <th scope="col" data-wide="true">
              {columns.vector}
            </th>
            <th scope="col" data-wide="true">
              {columns.bm25}
            </th>
            <th scope="col">{columns.fused}</th>
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {report.candidates.map((candidate) => (
            <RecallRow
              key={candidate.messageId}
              candidate={candidate}
              floor={report.floor}
              best={best}
              bestBm25={bestBm25}
            />
          ))}
        </tbody>
      </table>
      <Foot report={report} />
    </section>
  );
}
