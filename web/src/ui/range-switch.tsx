import { SegmentedControl } from '@mantine/core';

export interface RangeSwitchProps<Value extends string> {
  /** What it chooses. */
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value): void;
}

/** Chooses which time a chart shows. */
export function RangeSwitch<Value extends string>(props: RangeSwitchProps<Value>) {
  const { label, value, options, onChange } = props;
  return (
    <SegmentedControl
      className="range-switch"
      withItemsBorders={false}
      aria-label={label}
      value={value}
      data={[...options]}
      onChange={onChange}
    />
  );
}
