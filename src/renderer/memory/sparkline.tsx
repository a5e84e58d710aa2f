import { joinClasses } from '../ui/join-classes';
import styles from './charts.module.css';

interface SparklineProps {
  readonly label: string;
  /** Oldest first. */
  readonly values: readonly number[];
  /** Drawn as a dashed line. */
  readonly middle: number | null;
  /** The part whose colour it has. */
  readonly tone: string;
  /** Single runs that are no series. */
  readonly asBars?: boolean;
}

const width = 200;
const height = 36;
/** Room above the highest value. */
const headroom = 1.15;

/** A small line of the latest values, from 0. */
export function Sparkline({ label, values, middle, tone, asBars = false }: SparklineProps) {
  const most = Math.max(...values, middle ?? 0, Number.MIN_VALUE) * headroom;
  const y = (value: number): number => height - (value / most) * height;
  const x = (index: number): number =>
    values.length < 2 ? width / 2 : (index / (values.length - 1)) * width;
  const isLine = !asBars && values.length > 1;
  return (
    <svg
      role="img"
      aria-label={label}
      className={joinClasses(styles.sparkline, styles[tone])}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      preserveAspectRatio="none"
    >
      {isLine && middle !== null && (
        <line className={styles.middle} x1="0" x2={width} y1={y(middle)} y2={y(middle)} />
      )}
      {isLine ? (
        <polyline
          className={styles.line}
          points={values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')}
        />
      ) : (
        values.map((value, index) => (
          // A run has nothing of its own but its place.
          <line key={index} className={styles.stick} x1={x(index)} x2={x(index)} y1={height} y2={y(value)} />
        ))
      )}
      <line className={styles.axis} x1="0" x2={width} y1={height} y2={height} />
    </svg>
  );
}
