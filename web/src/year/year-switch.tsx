import { IconChevronDown } from '@tabler/icons-react';
import { hashOf } from '../routes/routes.ts';

export interface YearSwitchProps {
  /** The latest first. */
  readonly years: readonly number[];
  readonly year: number;
}

/** Goes to another year. */
export function YearSwitch({ years, year }: YearSwitchProps) {
  return (
    <div className="year-switch">
      <select
        className="text-box"
        aria-label="Year"
        value={year}
        onChange={({ currentTarget: { value } }) => {
          location.hash = hashOf({ page: 'year', year: Number(value) });
        }}
      >
        {years.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      <IconChevronDown size={18} aria-hidden />
    </div>
  );
}
