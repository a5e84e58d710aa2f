import { catalogue } from '../../shared/catalogue/catalogue';
import type { TurnTokens } from '../../shared/model/health';
import { formatCount, formatShort } from '../ui/formats';
import { chartScale } from './chart-scale';
import styles from './charts.module.css';
import { useWidth } from './use-width';

const words = catalogue.health;
const height = 216;
const left = 36;
const right = 84;
const top = 12;
const bottom = 22;
/** Least distance of two names at the right, so that both can be read. */
const nameRoom = 32;

interface CompareChartProps {
  readonly label: string;
  readonly turns: readonly TurnTokens[];
  readonly isOneChat: boolean;
}

/** Two lines over the turns, from 0: what the whole chat would have taken, and what was sent. */
export function CompareChart({ label, turns, isOneChat }: CompareChartProps) {
  const [ref, width] = useWidth<SVGSVGElement>();
  const last = turns.at(-1);
  const fits = last === undefined ? 0 : last.windowTokens - last.reserveTokens;
  const highest = Math.max(...turns.map((turn) => Math.max(turn.everything, turn.estimated)));
  const { most, ticks } = chartScale(highest);
  const y = (tokens: number): number => top + (1 - tokens / most) * (height - top - bottom);
  const x = (index: number): number =>
    left + (turns.length < 2 ? 0.5 : index / (turns.length - 1)) * (width - left - right);
  const path = (count: (turn: TurnTokens) => number): string =>
    turns.map((turn, index) => `${x(index).toFixed(1)},${y(count(turn)).toFixed(1)}`).join(' ');
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
          <line className={styles.grid} x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {formatShort(tick)}
          </text>
        </g>
      ))}
      {fits > 0 && fits <= most && (
        <g>
          <line className={styles.limitLine} x1={left} x2={width - right} y1={y(fits)} y2={y(fits)} />
          <text className={styles.limit} x={left + 4} y={y(fits) - 6}>
            {words.fits(formatCount(fits))}
          </text>
        </g>
      )}
      <polyline className={styles.everything} points={path((turn) => turn.everything)} />
      <polyline className={styles.engram} points={path((turn) => turn.estimated)} />
      {last !== undefined && (
        <Names everything={last.everything} engram={last.estimated} x={width - right + 8} y={y} />
      )}
      {isOneChat &&
        [0, turns.length - 1].map((index) => (
          <text key={index} x={x(index)} y={height - 4} textAnchor="middle">
            {turns[index]?.turnNumber}
          </text>
        ))}
    </svg>
  );
}

interface NamesProps {
  readonly everything: number;
  readonly engram: number;
  readonly x: number;
  readonly y: (tokens: number) => number;
}

/** The names of both lines at their ends, pushed apart where the lines end together. */
function Names({ everything, engram, x, y }: NamesProps) {
  const middle = (y(everything) + y(engram)) / 2;
  const isClose = Math.abs(y(everything) - y(engram)) < nameRoom;
  const isAbove = everything >= engram;
  const place = (own: number, up: boolean): number =>
    isClose ? middle + (up ? -nameRoom / 2 : nameRoom / 2) : y(own);
  const [ofEverything, ofEngram] = [place(everything, isAbove), place(engram, !isAbove)];
  return (
    <>
      <text className={styles.everythingName} x={x} y={ofEverything}>
        <tspan>{words.everything}</tspan>
        <tspan x={x} dy="14">
          {formatCount(everything)}
        </tspan>
      </text>
      <text className={styles.engramName} x={x} y={ofEngram}>
        <tspan>{words.engram}</tspan>
        <tspan x={x} dy="14">
          {formatCount(engram)}
        </tspan>
      </text>
    </>
  );
}
