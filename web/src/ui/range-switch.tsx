import { useId } from 'react';

export interface RangeSwitchProps<Value extends string> {
  /** What it chooses. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value): void;
}

/** Chooses one of a few options, such as which time a chart shows or how a list is sorted. */
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
