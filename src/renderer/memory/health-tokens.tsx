import { ChartColumn } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnTokens } from '../../shared/model/health';
import { blockKinds, type BlockKind } from '../../shared/model/snapshot';
import { useApp, useMemory } from '../stores/use-stores';
import { EmptyState } from '../ui/empty-state';
import { formatCount, formatShort } from '../ui/formats';
import { PartSwatch } from '../ui/part-bar';
import { HealthCard } from './health-card';
import styles from './health-tab.module.css';
import pane from './memory-pane.module.css';
import { TokenChart } from './token-chart';

const words = catalogue.health;
const parts = catalogue.memory.parts;
/** Turns drawn at most. */
const drawn = 30;

function usedKinds(turns: readonly TurnTokens[]): readonly BlockKind[] {
  return blockKinds.filter((kind) => turns.some((turn) => (turn.parts[kind] ?? 0) > 0));
}

function averageOf(turns: readonly TurnTokens[], count: (turn: TurnTokens) => number): number {
  return Math.round(turns.reduce((sum, turn) => sum + count(turn), 0) / Math.max(1, turns.length));
}

function reportedText(tokens: number | null): string {
  return tokens === null ? words.notReported : formatCount(tokens);
}

/** Of the turns whose server counted; the others are unknown, which is not 0. */
function reportedAverage(
  turns: readonly TurnTokens[],
  count: (turn: TurnTokens) => number | null,
): number | null {
  const reporting = turns.filter((turn) => count(turn) !== null);
  return reporting.length === 0 ? null : averageOf(reporting, (turn) => count(turn) ?? 0);
}

function Legend({ turns }: { readonly turns: readonly TurnTokens[] }) {
  return (
    <ul className={styles.legend}>
      {usedKinds(turns)
        .toReversed()
        .map((kind) => (
          <li key={kind}>
            <PartSwatch kind={kind} />
            {parts[kind]}
          </li>
        ))}
    </ul>
  );
}

function TokenTable({ turns }: { readonly turns: readonly TurnTokens[] }) {
  const kinds = usedKinds(turns);
  const row = (count: (turn: TurnTokens) => number): string => formatCount(averageOf(turns, count));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.turn}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col">
              {parts[kind]}
            </th>
          ))}
          <th scope="col">{words.total}</th>
          <th scope="col">{words.reported}</th>
          <th scope="col">{parts.reply}</th>
          <th scope="col">{words.reportedReply}</th>
        </tr>
      </thead>
      <tbody>
        {turns.toReversed().map((turn, index) => (
          <tr key={turn.turnId ?? index}>
            <th scope="row">{turn.turnNumber}</th>
            {kinds.map((kind) => (
              <td key={kind}>{formatCount(turn.parts[kind] ?? 0)}</td>
            ))}
            <td>{formatCount(turn.estimated)}</td>
            <td>{reportedText(turn.reportedPrompt)}</td>
            <td>{formatCount(turn.reserveTokens)}</td>
            <td>{reportedText(turn.reportedCompletion)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.average}</th>
          {kinds.map((kind) => (
            <td key={kind}>{row((turn) => turn.parts[kind] ?? 0)}</td>
          ))}
          <td>{row((turn) => turn.estimated)}</td>
          <td>{reportedText(reportedAverage(turns, (turn) => turn.reportedPrompt))}</td>
          <td>{row((turn) => turn.reserveTokens)}</td>
          <td>{reportedText(reportedAverage(turns, (turn) => turn.reportedCompletion))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What the last turns sent, part by part: the picture to tune budgets and trigger by. */
export function HealthTokens({ turns: all }: { readonly turns: readonly TurnTokens[] }) {
  const turns = all.slice(-drawn);
  const scope = useMemory((state) => state.healthScope);
  const trigger = useApp((state) => state.settings?.budgets.summaryTrigger ?? 0.5);
  const show = useApp((state) => state.showSettings);
  const last = turns.at(-1);
  if (last === undefined) {
    return (
      <HealthCard title={words.tokens(drawn)} place="tokensPlace">
        <EmptyState
          icon={<ChartColumn size={20} aria-hidden="true" />}
          heading={words.noTurns}
          sentence={words.noTurnsHint}
        />
      </HealthCard>
    );
  }
  const [from, to] = [turns[0]?.turnNumber ?? 0, last.turnNumber ?? 0];
  const window = formatShort(last.windowTokens);
  const hint =
    scope === 'all'
      ? words.tokensHintAll(turns.length, window)
      : words.tokensHint(String(from), String(to), window);
  return (
    <HealthCard
      title={words.tokens(turns.length)}
      place="tokensPlace"
      note={<Legend turns={turns} />}
      table={<TokenTable turns={turns} />}
    >
      <TokenChart
        label={`${words.tokens(turns.length)}. ${hint} ${words.average}: ${formatCount(averageOf(turns, (turn) => turn.estimated))}.`}
        turns={turns}
        isOneChat={scope === 'chat'}
        trigger={trigger * last.windowTokens}
      />
      <p className={styles.hint}>
        <span className={pane.quiet}>{hint}</span>
        <button type="button" className={pane.link} onClick={() => show('memory')}>
          {words.tune}
        </button>
      </p>
    </HealthCard>
  );
}
