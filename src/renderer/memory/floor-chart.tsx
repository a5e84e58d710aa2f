import { catalogue } from '../../shared/catalogue/catalogue';
import { floorBinWidth, floorBins, type FloorReport } from '../../shared/model/floor';
import { formatScore, formatFixed } from '../ui/formats';
import styles from './charts.module.css';
import { useWidth } from './use-width';

const words = catalogue.floors;
const height = 96;
const bottom = 18;
/** Bars between two named scores. */
const namedEvery = 5;

/** How many questions scored what: with their message above the axis's line of the floor, and without it. */
export function FloorChart({ floor, name }: { readonly floor: FloorReport; readonly name: string }) {
  const [ref, width] = useWidth<SVGSVGElement>();
  const most = Math.max(1, ...floor.withSource, ...floor.withoutSource);
  const slot = width / floorBins;
  const at = (floor.inForce / floorBinWidth) * slot;
  const y = (count: number): number => (1 - count / most) * (height - bottom);
  return (
    <svg
      ref={ref}
      role="img"
      aria-label={words.chart(name, formatScore(floor.inForce))}
      className={styles.chart}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
    >
      {floor.withoutSource.map((count, bin) => (
        <rect
          key={`without${String(bin)}`}
          className={styles.without}
          x={bin * slot}
          width={slot / 2 - 0.5}
          y={y(count)}
          height={height - bottom - y(count)}
        />
      ))}
      {floor.withSource.map((count, bin) => (
        <rect
          key={`with${String(bin)}`}
          className={styles.with}
          x={bin * slot + slot / 2}
          width={slot / 2 - 0.5}
          y={y(count)}
          height={height - bottom - y(count)}
        />
      ))}
      <line className={styles.grid} x1={0} x2={width} y1={height - bottom} y2={height - bottom} />
      <line className={styles.limitLine} x1={at} x2={at} y1={0} y2={height - bottom} />
      {Array.from({ length: floorBins / namedEvery }, (_, index) => (
        <text key={index} x={index * namedEvery * slot} y={height - 4}>
          {formatFixed(index * namedEvery * floorBinWidth, 1)}
        </text>
      ))}
    </svg>
  );
}
