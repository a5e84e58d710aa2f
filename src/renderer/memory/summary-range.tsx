import { useEffect, useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { useMemory } from '../stores/use-stores';
import { Button } from '../ui/button';
import { formatCount } from '../ui/formats';
import pane from './memory-pane.module.css';
import styles from './summary-actions.module.css';

const words = catalogue.summaries.range;

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <label>
      {label}{' '}
      <input
        className={styles.number}
        type="number"
        min={1}
        value={value}
        onChange={(event) => onChange(Math.max(1, Math.floor(event.target.valueAsNumber || 1)))}
      />
    </label>
  );
}

/** A range of messages to summarise anew, with what that would do. */
export function SummaryRange({ to: end }: { readonly to: number }) {
  const [from, setFrom] = useState(1);
  const [to, setTo] = useState(end);
  const previewRange = useMemory((state) => state.previewRange);
  const summariseRange = useMemory((state) => state.summariseRange);
  const preview = useMemory((state) => state.rangePreview);
  const current = useMemory((state) => state.summaries.find((summary) => summary.current) ?? null);
  useEffect(() => void previewRange(from, to), [previewRange, from, to]);
  const left = current !== null && to < current.toPosition ? words.leaves(to + 1, current.toPosition) : '';
  return (
    <fieldset className={styles.range}>
      <legend className="visually-hidden">{words.legend}</legend>
      <NumberField label={words.from} value={from} onChange={setFrom} />
      <NumberField label={words.to} value={to} onChange={setTo} />
      <Button disabled={preview === null} onClick={() => void summariseRange(from, to)}>
        {words.go}
      </Button>
      {preview !== null && (
        <p className={pane.quiet} data-testid="range-preview">
          {words.would(
            preview.folds[0],
            preview.folds[1],
            formatCount(preview.tokens),
            preview.version,
            preview.base,
          )}
          {left}
        </p>
      )}
    </fieldset>
  );
}
