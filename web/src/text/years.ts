import type { Formats } from './formats.ts';

const DAYS_A_YEAR = 365.25;
/** Fewer days are counted one by one. */
const MONTHS_FROM_DAYS = 60;
/** From this many years on, months do not matter. */
const WHOLE_YEARS_FROM = 20;

/** A long time in round figures: `12 days`, `5 months`, `2 years and 9 months` or `27 years`. */
export function yearsInWords(days: number, { counted }: Pick<Formats, 'counted'>): string {
  if (days < MONTHS_FROM_DAYS) return counted(days, 'day');
  const inYears = days / DAYS_A_YEAR;
  if (inYears >= WHOLE_YEARS_FROM) return counted(Math.round(inYears), 'year');
  const inMonths = Math.round(inYears * 12);
  const [years, months] = [Math.floor(inMonths / 12), inMonths % 12];
  if (years === 0) return counted(months, 'month');
  return months === 0
    ? counted(years, 'year')
    : `${counted(years, 'year')} and ${counted(months, 'month')}`;
}
