import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnTokens } from '../../shared/model/health';
import { blockKinds } from '../../shared/model/snapshot';
import { formatShort } from '../ui/formats';
import { joinClasses } from '../ui/join-classes';
import { chartScale } from './chart-scale';
import styles from './charts.module.css';
import { useWidth } from './use-width';

const words = catalogue.health;
const height = 276;
const left = 36;
const top = 16;
const bottom = 22;
/** Names below the bars, at most. */
const names = 8;

interface TokenChartProps {
  readonly label: string;
  readonly turns: readonly TurnTokens[];
  /** Whether all turns are of one chat: only then their numbers and summary versions follow one another. */
  readonly isOneChat: boolean;
  /** Tokens at which old messages are summarised. */
  readonly trigger: number;
}

/** The parts of each turn, stacked from the system prompt up, under the line of the window. */
export function TokenChart({ label, turns, isOneChat, trigger }: TokenChartProps) {
  const [ref, width] = useWidth<SVGSVGElement>();
  const window = Math.max(...turns.map((turn) => turn.windowTokens));
  const reserve = turns.at(-1)?.reserveTokens ?? 0;
  const { most, ticks } = chartScale(Math.max(window, ...turns.map((turn) => turn.estimated)));
  const y = (tokens: number): number => top + (1 - tokens / most) * (height - top - bottom);
  const slot = (width - left) / turns.length;
  const x = (index: number): number => left + index * slot;
  return (
    <svg
      ref={ref}
      role="img"
      aria-label={label}
      className={styles.chart}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {formatShort(tick)}
          </text>
        </g>
      ))}
      <rect
        className={styles.reserve}
        x={left}
        width={width - left}
        y={y(window)}
        height={y(window - reserve) - y(window)}
      />
      <line className={styles.window} x1={left} x2={width} y1={y(window)} y2={y(window)} />
      {turns.map((turn, index) => (
        <TurnBar key={turn.turnId ?? index} turn={turn} x={x(index)} slot={slot} y={y} />
      ))}
      <line className={styles.trigger} x1={left} x2={width} y1={y(trigger)} y2={y(trigger)} />
      <text className={styles.triggerName} x={left + 6} y={y(trigger) - 6}>
        {words.trigger(formatShort(trigger))}
      </text>
      {isOneChat && <TurnMarks turns={turns} slot={slot} x={x} bottomY={y(0)} />}
    </svg>
  );
}

interface TurnMarksProps {
  readonly turns: readonly TurnTokens[];
  readonly slot: number;
  readonly x: (index: number) => number;
  readonly bottomY: number;
}

/** The turns' numbers, and where a new summary took over. */
function TurnMarks({ turns, slot, x, bottomY }: TurnMarksProps) {
  const every = Math.max(1, Math.ceil(turns.length / names));
  return turns.map((turn, index) => {
    const before = turns[index - 1]?.summaryVersion ?? null;
    const isNew = index > 0 && turn.summaryVersion !== null && turn.summaryVersion !== before;
    return (
      <g key={turn.turnId ?? index}>
        {isNew && (
          <>
            <line className={styles.mark} x1={x(index)} x2={x(index)} y1={top + 14} y2={bottomY} />
            <text className={styles.version} x={x(index)} y={top + 10} textAnchor="middle">
              {catalogue.memory.version(turn.summaryVersion)}
            </text>
          </>
        )}
        {(index % every === 0 || index === turns.length - 1) && (
          <text x={x(index) + slot / 2} y={height - 4} textAnchor="middle">
            {turn.turnNumber}
          </text>
        )}
      </g>
    );
  });
}

interface TurnBarProps {
  readonly turn: TurnTokens;
  readonly x: number;
  readonly slot: number;
  readonly y: (tokens: number) => number;
}

function TurnBar({ turn, x, slot, y }: TurnBarProps) {
  const gap = Math.min(4, slot * 0.2);
  const parts = blockKinds.map((kind) => ({ kind, tokens: turn.parts[kind] ?? 0 }));
  return (
    <g>
      {parts.map(({ kind, tokens }, index) => {
        const below = parts.slice(0, index).reduce((sum, part) => sum + part.tokens, 0);
        if (tokens === 0) return null;
        return (
          <rect
            key={kind}
            className={joinClasses(styles.bar, styles[kind])}
            x={x + gap / 2}
            width={Math.min(40, Math.max(1, slot - gap))}
            y={y(below + tokens)}
            height={y(below) - y(below + tokens)}
          />
        );
      })}
    </g>
  );
}
