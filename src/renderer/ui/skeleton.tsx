import styles from './skeleton.module.css';

interface SkeletonProps {
  readonly label: string;
  /** Widths of the bars in percent, in the shape of what will come. */
  readonly widths: readonly number[];
}

/** Bars in the shape of the result, seen only when the result takes longer than 150 ms. */
export function Skeleton({ label, widths }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {widths.map((width, index) => (
        <span key={index} className={styles.bar} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
