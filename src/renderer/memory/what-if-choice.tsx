import own from './health-replay.module.css';

interface WhatIfChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChange: (value: Value) => void;
}

/** One setting of a replay. */
export function WhatIfChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: WhatIfChoiceProps<Value>) {
  return (
    <label className={own.choice}>
      {label}
      <select
        className={own.select}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
