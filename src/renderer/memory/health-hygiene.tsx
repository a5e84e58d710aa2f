import { catalogue } from '../../shared/catalogue/catalogue';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatCount } from '../ui/formats';
import { useTimeLeft } from '../ui/use-time-left';
import { HealthCard } from './health-card';
import own from './health-hygiene.module.css';
import { HygieneFacts } from './hygiene-facts';
import { HygieneFindings } from './hygiene-findings';
import pane from './memory-pane.module.css';

const words = catalogue.hygiene;

function Progress() {
  const scan = useMemory((state) => state.hygiene);
  const { done, total } = scan ?? { done: 0, total: 0 };
  const left = useTimeLeft(done, total);
  return (
    <div className={own.progress}>
      <progress className={own.bar} aria-label={words.look} value={done} max={Math.max(1, total)} />
      <span className={pane.quiet} role="status">
        {words.looking(formatCount(done), formatCount(total)) + left}
      </span>
    </div>
  );
}

/** What does memory no good, with its numbers and a mend for each. */
export function HealthHygiene() {
  const scan = useMemory((state) => state.hygiene);
  const isScanning = useMemory((state) => state.isScanning);
  const error = useMemory((state) => state.hygieneError);
  const look = useMemory((state) => state.scanHygiene);
  const stop = useMemory((state) => state.stopHygiene);
  const findings = scan?.findings ?? null;
  return (
    <HealthCard
      title={words.title}
      place="hygienePlace"
      note={
        isScanning ? (
          <Button onClick={stop}>{words.stop}</Button>
        ) : (
          <Button onClick={() => void look()}>{findings === null ? words.look : words.again}</Button>
        )
      }
    >
      <p className={pane.quiet}>{words.hint}</p>
      {error !== null && <ErrorRow text={`${words.failed} ${error.message}`} />}
      {isScanning && <Progress />}
      {findings !== null && (
        <ul className={own.findings} data-testid="hygiene-findings">
          {findings.map((finding) => (
            <HygieneFindings key={finding.kind} finding={finding} />
          ))}
          <HygieneFacts contradictions={scan?.contradictions ?? []} />
        </ul>
      )}
    </HealthCard>
  );
}
