import styles from './key-caps.module.css';

interface KeyCapsProps {
  /** The caps in the order they are pressed. */
  readonly keys: readonly string[];
}

/** A key combination, drawn as caps; its words stand elsewhere, so it is not read aloud. */
export function KeyCaps({ keys }: KeyCapsProps) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
