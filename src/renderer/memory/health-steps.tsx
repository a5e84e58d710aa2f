import { catalogue } from '../../shared/catalogue/catalogue';
import type { StepDay, StepTimes } from '../../shared/model/health';
import { formatCount, formatDuration } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';
import { Sparkline } from './sparkline';

const words = catalogue.health;

/** One colour a step, that of the part of the context it works for. */
const tones: Readonly<Record<StepTimes['step'], string>> = {
  embed: 'buffer',
  vector: 'buffer',
  keyword: 'profile',
  rank: 'recalled',
  build: 'summary',
  'first-token': 'tools',
  reply: 'tools',
  commit: 'buffer',
  tools: 'tools',
  'second-look': 'recalled',
  summarise: 'summary',
};

function Figure({
  name,
  value,
  isMain,
}: {
  readonly name: string;
  readonly value: string;
  readonly isMain?: boolean;
}) {
  return (
    <div>
      <dt className={pane.quiet}>{name}</dt>
      <dd className={joinClasses(styles.figure, isMain === true && styles.strong)}>{value}</dd>
    </div>
  );
}

function Step({ times }: { readonly times: StepTimes }) {
  const { step, runs, recent, p50, p95, p99 } = times;
  const name = words.step[step];
  return (
    <li className={styles.step}>
      <h3 className={styles.stepName}>{name}</h3>
      <Sparkline
        label={words.sparkline(name, recent.length, p50 === null ? words.noRuns : formatDuration(p50))}
        values={recent}
        middle={p50}
        tone={tones[step]}
        asBars={step === 'summarise'}
      />
      <dl className={styles.figures}>
        <Figure name="p50" value={p50 === null ? words.noRuns : formatDuration(p50)} isMain={p50 !== null} />
        {p95 === null || p99 === null ? (
          runs > 0 && <Figure name={words.tail} value={words.tooFew(runs)} />
        ) : (
          <>
            <Figure name="p95" value={formatDuration(p95)} />
            <Figure name="p99" value={formatDuration(p99)} />
          </>
        )}
      </dl>
    </li>
  );
}

/** The same by day. */
function DaysTable({ days }: { readonly days: readonly StepDay[] }) {
  const shown = (ms: number | null): string => (ms === null ? '–' : formatDuration(ms));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.stepName}</th>
          <th scope="col">{words.runs}</th>
          <th scope="col">p50</th>
          <th scope="col">p95</th>
          <th scope="col">p99</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, step, runs, p50, p95, p99 }) => (
          <tr key={`${day} ${step}`}>
            <th scope="row">{day}</th>
            <td>{words.step[step]}</td>
            <td>{formatCount(runs)}</td>
            <td>{shown(p50)}</td>
            <td>{shown(p95)}</td>
            <td>{shown(p99)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How long each step takes: its latest runs, the middle of all and their tail. */
export function HealthSteps({
  steps,
  days,
}: {
  readonly steps: readonly StepTimes[];
  readonly days: readonly StepDay[];
}) {
  const runs = Math.max(...steps.map((step) => step.runs));
  return (
    <HealthCard
      title={words.steps}
      place="stepsPlace"
      note={<span className={pane.quiet}>{words.stepsHint(runs)}</span>}
      table={<DaysTable days={days} />}
    >
      <ul className={styles.steps}>
        {steps.map((times) => (
          <Step key={times.step} times={times} />
        ))}
      </ul>
    </HealthCard>
  );
}
