import { useId } from 'react';

export interface RangeSwitchProps<Value extends string> {
  /** What it chooses. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value): void;
}

/**
 * Chooses which time a chart shows. Not Mantine's control, which measures itself and so makes the browser lay out
 * the whole page while React still renders it.
 */
export function RangeSwitch<Value extends string>(props: RangeSwitchProps<Value>) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <div className="range-switch" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
