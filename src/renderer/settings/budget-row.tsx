import { useId, useState } from 'react';
import { budgetLimits, type BudgetField } from '../../shared/budget-limits';
import { catalogue } from '../../shared/catalogue/catalogue';
import { PartSwatch } from '../ui/part-bar';
import type { PartKind } from '../ui/part-kind';
import budget from './budgets.module.css';

const words = catalogue.budgets;

interface BudgetRowProps {
  readonly field: BudgetField;
  /** The part of the bar it is; absent where it is none. */
  readonly kind?: PartKind;
  readonly value: number;
  /** Where the slider ends; the field beside it takes more. */
  readonly most?: number;
  readonly onChange: (field: BudgetField, value: number) => void;
}

/** One figure: a slider to feel it, a field to write it. The trigger is shown in per cent. */
export function BudgetRow({ field, kind, value, most, onChange }: BudgetRowProps) {
  const id = useId();
  const [isEmpty, setEmpty] = useState(false);
  const scale = field === 'summaryTrigger' ? 100 : 1;
  const [least, limit] = budgetLimits[field];
  const shown = Math.round(value * scale);
  const set = (text: string): void => {
    const number = Number(text);
    if (text !== '' && Number.isFinite(number)) onChange(field, Math.round(number) / scale);
  };
  const name = words.field[field];
  return (
    <div className={budget.row}>
      {kind === undefined ? <span /> : <PartSwatch kind={kind} />}
      <label htmlFor={id}>{name}</label>
      <input
        type="range"
        aria-label={name}
        min={Math.round(least * scale)}
        max={Math.max(shown, Math.min(most ?? limit * scale, limit * scale))}
        step={field.endsWith('Tokens') ? 10 : 1}
        value={shown}
        onChange={(event) => set(event.target.value)}
      />
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={Math.round(least * scale)}
        max={Math.round(limit * scale)}
        value={isEmpty ? '' : shown}
        onChange={(event) => {
          setEmpty(event.target.value === '');
          set(event.target.value);
        }}
        onBlur={() => setEmpty(false)}
      />
    </div>
  );
}
