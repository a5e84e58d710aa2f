import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { Preset } from '../../shared/model/preset';
import { Button } from '../ui/button';
import styles from './presets.module.css';

const words = catalogue.presets;

interface PresetFieldsProps {
  readonly preset: Preset;
  /** What is asked for. */
  readonly names: readonly string[];
  readonly onFill: (values: ReadonlyMap<string, string>) => void;
  readonly onCancel: () => void;
}

/** Asks for the variables of a preset. */
export function PresetFields({ preset, names, onFill, onCancel }: PresetFieldsProps) {
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  return (
    <form
      className={styles.form}
      aria-label={words.fill(preset.name)}
      data-testid="preset-fields"
      onSubmit={(event) => {
        event.preventDefault();
        onFill(values);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onCancel();
      }}
    >
      {names.map((name, index) => (
        <label key={name} className={styles.labelled}>
          {name}
          <input
            className={styles.field}
            autoFocus={index === 0}
            autoComplete="off"
            value={values.get(name.toLowerCase()) ?? ''}
            onChange={(event) => setValues(new Map(values).set(name.toLowerCase(), event.target.value))}
          />
        </label>
      ))}
      <Button isMain type="submit">
        {words.insert}
      </Button>
      <Button onClick={onCancel}>{catalogue.app.cancel}</Button>
    </form>
  );
}
