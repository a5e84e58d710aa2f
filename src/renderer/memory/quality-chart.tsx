import { catalogue } from '../../shared/catalogue/catalogue';
import { qualityFloor, type Summary } from '../../shared/model/summary';
import { formatScore } from '../ui/formats';
import pane from './memory-pane.module.css';
import styles from './quality-chart.module.css';
import { nameOfVersion, retriedVersions } from './summary-names';

const words = catalogue.summaries.chart;
const [width, height] = [500, 120];
const margin = { left: 28, right: 68, top: 8, bottom: 22 };
/** Names stand under so many points at most. */
const mostNames = 8;

const y = (quality: number): number => margin.top + (1 - quality) * (height - margin.top - margin.bottom);

function Axis() {
  const end = width - margin.right;
  return (
    <>
      {[0, 1].map((value) => (
        <g key={value}>
          <line className={styles.axis} x1={margin.left} x2={end} y1={y(value)} y2={y(value)} />
          <text className={styles.label} x={margin.left - 8} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <line className={styles.floor} x1={margin.left} x2={end} y1={y(qualityFloor)} y2={y(qualityFloor)} />
      <text className={styles.label} x={end + 6} y={y(qualityFloor) + 4}>
        {words.floor}
      </text>
    </>
  );
}

/** The quality of each scored version in the order of writing, against the floor; axes start at 0. */
export function QualityChart({ summaries }: { readonly summaries: readonly Summary[] }) {
  const retried = retriedVersions(summaries);
  const points = summaries
    .toSorted((a, b) => a.order - b.order)
    .flatMap((summary) => {
      const { id, quality } = summary;
      return quality === null ? [] : [{ id, quality, name: nameOfVersion(summary, retried) }];
    });
  if (points.length < 2) return null;
  const step = (width - margin.left - margin.right - 24) / (points.length - 1);
  const x = (index: number): number => margin.left + 12 + index * step;
  const told = points.map(({ name, quality }) => words.point(name, formatScore(quality))).join(', ');
  const everyName = Math.ceil(points.length / mostNames);
  return (
    <section className={pane.section}>
      <div className={pane.head}>
        <h3 className={pane.heading}>{words.heading}</h3>
      </div>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.label(told)}
      >
        <Axis />
        <polyline
          className={styles.path}
          points={points.map(({ quality }, index) => `${x(index)},${y(quality)}`).join(' ')}
        />
        {points.map(({ id, quality, name }, index) => (
          <g key={id}>
            <circle
              className={styles.point}
              data-low={quality < qualityFloor}
              cx={x(index)}
              cy={y(quality)}
              r={4}
            />
            {index % everyName === 0 && !name.includes(',') && (
              <text className={styles.label} x={x(index)} y={height - 4} textAnchor="middle">
                {name}
              </text>
            )}
          </g>
        ))}
      </svg>
    </section>
  );
}
