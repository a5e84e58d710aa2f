import type { PartKind } from './part-kind';
import { joinClasses } from './join-classes';
import styles from './part-bar.module.css';

interface PartBarProps {
  /** What it says to those who do not see it. */
  readonly label: string;
  /** In the order of the context; their tokens sum to the window. */
  readonly parts: readonly { readonly kind: PartKind; readonly tokens: number }[];
  readonly isThin?: boolean;
  readonly testId?: string;
}

/** The window divided into its parts: the one picture of a budget, thick in Context and thin by the composer. */
export function PartBar({ label, parts, isThin = false, testId }: PartBarProps) {
  const whole = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.tokens, 0),
  );
  return (
    <div
      role="img"
      aria-label={label}
      className={joinClasses(styles.bar, isThin && styles.thin)}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
    >
      {parts
        .filter((part) => part.tokens > 0)
        .map((part) => (
          <span
            key={part.kind}
            data-kind={part.kind}
            data-tokens={part.tokens}
            className={joinClasses(styles.part, styles[part.kind])}
            style={{ width: `${(part.tokens / whole) * 100}%` }}
          />
        ))}
    </div>
  );
}

/** The small square that ties a legend's row to its part of the bar. */
export function PartSwatch({ kind }: { readonly kind: PartKind }) {
  return <span aria-hidden="true" className={joinClasses(styles.swatch, styles[kind])} />;
}
