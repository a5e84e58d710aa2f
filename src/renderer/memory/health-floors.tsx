import { useEffect, useId } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { floorBinWidth, type FloorReport } from '../../shared/model/floor';
import { useApp, useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { ErrorRow } from '../ui/error-row';
import { formatDay, formatScore, formatFixed } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { Switch } from '../ui/switch';
import charts from './charts.module.css';
import { FloorChart } from './floor-chart';
import { HealthCard } from './health-card';
import own from './health-floors.module.css';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.floors;
/** Below this many questions nothing is measured. */
const leastProbes = 20;

function nameOf({ embedder }: FloorReport): string {
  return embedder === null ? words.byKeyword : words.with(embedder);
}

function measuredText({ measured, measuredAt, probes }: FloorReport): string {
  if (measuredAt === null) return words.notMeasured;
  if (measured === null || probes < leastProbes) return words.tooFew(probes);
  return words.measured(formatScore(measured), probes, formatDay(measuredAt, Date.now()));
}

function Floor({ floor }: { readonly floor: FloorReport }) {
  const name = nameOf(floor);
  return (
    <div className={own.floor} data-testid="floor">
      <h3 className={own.name}>{name}</h3>
      <p className={pane.quiet}>
        <strong className={own.force}>{words.inForce(formatScore(floor.inForce))}</strong> ·{' '}
        {words.builtIn(formatScore(floor.builtIn))} · {measuredText(floor)}
      </p>
      {floor.probes > 0 && <FloorChart floor={floor} name={name} />}
    </div>
  );
}

/** The same counts for those who read. */
function FloorTable({ floors }: { readonly floors: readonly FloorReport[] }) {
  return floors.map((floor) => (
    <table key={nameOf(floor)} className={styles.table}>
      <caption className={pane.quiet}>{nameOf(floor)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.withSource}</th>
          <th scope="col">{words.withoutSource}</th>
        </tr>
      </thead>
      <tbody>
        {floor.withSource.map((count, bin) => (
          <tr key={bin}>
            <td>{formatFixed(bin * floorBinWidth, 1)}</td>
            <td>{count}</td>
            <td>{floor.withoutSource[bin]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

/** From which score on a recalled message is sent, and how that was measured. */
export function HealthFloors() {
  const report = useMemory((state) => state.floors);
  const hasFailed = useMemory((state) => state.floorsFailed);
  const load = useMemory((state) => state.loadFloors);
  const measure = useMemory((state) => state.measureFloors);
  const isOn = useApp((state) => state.settings?.measuredFloors ?? true);
  const changeSettings = useApp((state) => state.changeSettings);
  const id = useId();
  // Which floor is in force follows the setting.
  useEffect(() => void load(), [load, isOn]);
  if (hasFailed) return <ErrorRow text={words.failed} />;
  if (report === null) return null;
  return (
    <HealthCard
      title={words.title}
      place="floorsPlace"
      note={
        <Button disabled={report.isMeasuring} onClick={() => void measure()}>
          {report.isMeasuring ? words.measuring : words.measure}
        </Button>
      }
      table={<FloorTable floors={report.floors} />}
    >
      <p className={pane.quiet}>{words.hint}</p>
      <div className={own.floors}>
        {report.floors.map((floor) => (
          <Floor key={nameOf(floor)} floor={floor} />
        ))}
      </div>
      <p className={own.foot}>
        <span className={joinClasses(styles.legend, own.legend)} aria-hidden="true">
          <span className={joinClasses(styles.swatch, charts.withSwatch)} /> {words.withSource}
          <span className={joinClasses(styles.swatch, charts.withoutSwatch)} /> {words.withoutSource}
        </span>
        <span className={own.switch}>
          <label htmlFor={id}>{words.use}</label>
          <Switch
            id={id}
            isOn={isOn}
            onChange={(measuredFloors) => void changeSettings({ measuredFloors })}
          />
        </span>
      </p>
    </HealthCard>
  );
}
