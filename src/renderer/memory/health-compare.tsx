import { Scale } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { HealthReport, TurnTokens } from '../../shared/model/health';
import { useMemory } from '../stores/use-stores';
import { EmptyState } from '../ui/empty-state';
import { formatCount, formatDollars } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { CompareChart } from './compare-chart';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';

const words = catalogue.health;
const microcentsPerDollar = 100_000_000;

function Total(props: {
  readonly name: string;
  readonly value: string;
  readonly extra?: string;
  readonly isOurs?: boolean;
}) {
  return (
    <div>
      <dt className={pane.quiet}>{props.name}</dt>
      <dd className={joinClasses(styles.total, props.isOurs === true && styles.ours)}>
        {props.value} {props.extra !== undefined && <span className={pane.quiet}>{props.extra}</span>}
      </dd>
    </div>
  );
}

function savedIn({ everything, estimated }: TurnTokens): string {
  const percent = Math.round((1 - estimated / Math.max(1, everything)) * 100);
  if (percent === 0) return words.same;
  return percent > 0 ? words.less(String(percent)) : words.more(String(-percent));
}

/** From which turn on it sent less for good, and from which everything no longer fits; only in one chat. */
function turningPoints(turns: readonly TurnTokens[]): readonly string[] {
  const lastLarger = turns.findLastIndex((turn) => turn.estimated >= turn.everything);
  const smaller = turns[lastLarger + 1]?.turnNumber ?? null;
  const overflow = turns.find((turn) => turn.everything > turn.windowTokens - turn.reserveTokens)?.turnNumber;
  return [
    ...(smaller === null ? [] : [words.smallerFrom(String(smaller))]),
    ...(overflow === null || overflow === undefined ? [] : [words.stopsFitting(String(overflow))]),
  ];
}

function CompareTable({ turns }: { readonly turns: readonly TurnTokens[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.turn}</th>
          <th scope="col">{words.everything}</th>
          <th scope="col">{words.engram}</th>
        </tr>
      </thead>
      <tbody>
        {turns.toReversed().map((turn, index) => (
          <tr key={turn.turnId ?? index}>
            <th scope="row">{turn.turnNumber}</th>
            <td>{formatCount(turn.everything)}</td>
            <td>{formatCount(turn.estimated)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the turns sent, background work counted, against sending the whole chat each time. */
export function HealthCompare({ report }: { readonly report: HealthReport }) {
  const { turns, comparison } = report;
  const scope = useMemory((state) => state.healthScope);
  const last = turns.at(-1);
  if (last === undefined) {
    return (
      <HealthCard title={words.compare} place="comparePlace">
        <EmptyState
          icon={<Scale size={20} aria-hidden="true" />}
          heading={words.noTurns}
          sentence={words.noTurnsHint}
        />
      </HealthCard>
    );
  }
  const money = (microcents: number | null): string =>
    microcents === null ? words.unknownPrice : formatDollars(microcents);
  const { promptPrice } = comparison;
  const price = promptPrice === null ? null : formatDollars(promptPrice * microcentsPerDollar);
  const points = scope === 'chat' ? turningPoints(turns) : [];
  const hint = [words.compareHint(formatCount(comparison.backgroundTokens)), ...points].join(' ');
  return (
    <HealthCard
      title={words.compare}
      place="comparePlace"
      note={price !== null && <span className={pane.quiet}>{words.pricedAt(price)}</span>}
      table={<CompareTable turns={turns} />}
    >
      <dl className={styles.totals}>
        <Total
          name={words.everythingTotal(formatCount(comparison.turns))}
          value={formatCount(comparison.everythingTokens)}
          extra={money(comparison.everythingMicrocents)}
        />
        <Total
          isOurs
          name={words.engramTotal}
          value={formatCount(comparison.engramTokens)}
          extra={money(comparison.engramMicrocents)}
        />
        <Total
          name={words.lastTurn(scope === 'chat' ? String(last.turnNumber ?? '') : '')}
          value={savedIn(last)}
        />
      </dl>
      <CompareChart label={`${words.compare}. ${hint}`} turns={turns} isOneChat={scope === 'chat'} />
      <p className={pane.quiet}>{hint}</p>
    </HealthCard>
  );
}
