import type { Ref } from 'react';
import styles from './welcome-card.module.css';

interface ModelSelectProps {
  readonly label: string;
  readonly models: readonly string[];
  readonly value: string;
  readonly onChange: (model: string) => void;
  readonly ref?: Ref<HTMLSelectElement>;
}

/** The choice of one model of a server. */
export function ModelSelect({ label, models, value, onChange, ref }: ModelSelectProps) {
  return (
    <select
      ref={ref}
      className={styles.field}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {models.map((model) => (
        <option key={model} value={model}>
          {model}
        </option>
      ))}
    </select>
  );
}
