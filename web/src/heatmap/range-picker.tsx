import { IconChevronDown } from '@tabler/icons-react';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import type { Range } from './year.ts';

export interface RangePickerProps {
  readonly range: Range;
  /** Newest first. */
  readonly years: readonly number[];
  readonly isPhone: boolean;
  onChange(range: Range): void;
}

/** How many years fit beside each other. */
const MOST_IN_A_ROW = 4;

/** Chooses between the last 12 months and the years with a record. */
export function RangePicker({ range, years, isPhone, onChange }: RangePickerProps) {
  const options = [
    { value: 'months', label: '12 months' },
    ...years.map((year) => ({ value: `${year}`, label: `${year}` })),
  ];
  const change = (value: string) => onChange(value === 'months' ? value : Number(value));
  if (!isPhone && years.length <= MOST_IN_A_ROW) {
    return (
      <SegmentedControl label="Days shown" value={`${range}`} options={options} onChange={change} />
    );
  }
  return (
    <label className={isPhone ? 'heatmap-change' : 'heatmap-change heatmap-field'}>
      <span>{isPhone ? 'Change' : options.find(({ value }) => value === `${range}`)?.label}</span>
      <IconChevronDown size={18} aria-hidden />
      <select
        aria-label={isPhone ? undefined : 'Days shown'}
        value={range}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
