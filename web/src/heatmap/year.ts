import type { HistoryDay } from '@immersion-tracker/contract';
import { dateOf, monthOf, monthStart } from '@immersion-tracker/contract/calendar';
import { dayNumber, daysAfter, daysBetween, totalSeconds, weekdayOf } from '../days/days.ts';

/** What the heatmap shows: the last 12 months, or a calendar year. */
export type Range = 'months' | number;

/** The days from `first` to `last`, both included. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** From Monday to Sunday; undefined for a day outside the year. */
export type Week = readonly (string | undefined)[];

const YEAR_DAYS = 365;

export const spanOf = (range: Range, today: string): Span =>
  range === 'months'
    ? { first: daysAfter(today, 1 - YEAR_DAYS), last: today }
    : { first: `${range}-01-01`, last: `${range}-12-31` };

/** The days on which something could have been watched: not before the first record, and not after today. */
export const countedOf = ({ first, last }: Span, firstRecord: string, today: string): Span => ({
  first: first < firstRecord ? firstRecord : first,
  last: last > today ? today : last,
});

export function weeksOf({ first, last }: Span): readonly Week[] {
  const weeks: Week[] = [];
  for (let monday = daysAfter(first, -weekdayOf(first)); monday <= last; ) {
    const start = monday;
    const dates = Array.from({ length: 7 }, (_, weekday) => daysAfter(start, weekday));
    weeks.push(dates.map((date) => (date < first || date > last ? undefined : date)));
    monday = daysAfter(start, 7);
  }
  return weeks;
}

/** A month above the weeks that begin with the one that has its first day. */
export interface MonthLabel {
  /** A day of the month; undefined if there is no room for its name. */
  readonly date: string | undefined;
  readonly weeks: number;
}

/** How many weeks a month needs for its name if another month follows. */
const LABEL_WEEKS = 3;

export function monthsOf(weeks: readonly Week[]): readonly MonthLabel[] {
  const starts = weeks.flatMap((week, index) => {
    const date = week.find((day) => day?.endsWith('-01'));
    return date === undefined ? [] : [{ date, index }];
  });
  const lead = starts[0]?.index ?? weeks.length;
  const before = weeks[0]?.find((day) => day !== undefined);
  const labels = starts.map(({ date, index }, place) => ({
    date,
    weeks: (starts[place + 1]?.index ?? weeks.length) - index,
  }));
  if (lead === 0) return labels;
  return [{ date: lead < LABEL_WEEKS ? undefined : before, weeks: lead }, ...labels];
}

/**
 * Where a key leads from a day: Up and Down move by a day, Left and Right by a week, Page Up and Page Down by a
 * month, Home and End to the ends. A day or week beyond the ends leads nowhere; a month stops there. Undefined for
 * any other key.
 */
export function dayByKey(key: string, date: string, span: Span): string | undefined {
  const step = (days: number) => {
    const next = daysAfter(date, days);
    return next < span.first || next > span.last ? date : next;
  };
  const page = (months: number) => {
    const next = monthsAfter(date, months);
    if (next < span.first) return span.first;
    return next > span.last ? span.last : next;
  };
  switch (key) {
    case 'ArrowUp':
      return step(-1);
    case 'ArrowDown':
      return step(1);
    case 'ArrowLeft':
      return step(-7);
    case 'ArrowRight':
      return step(7);
    case 'PageUp':
      return page(-1);
    case 'PageDown':
      return page(1);
    case 'Home':
      return span.first;
    case 'End':
      return span.last;
    default:
      return undefined;
  }
}

/** The same day of another month, or that month's last day if it is shorter. */
function monthsAfter(date: string, count: number): string {
  const month = monthOf(dayNumber(date)) + count;
  const lastDay = monthStart(month + 1) - 1;
  return dateOf(Math.min(monthStart(month) + Number(date.slice(8)) - 1, lastDay));
}

export interface YearSums {
  readonly seconds: number;
  /** The days with a record. */
  readonly watched: number;
  readonly days: number;
}

export function sumsOf(days: readonly HistoryDay[], { first, last }: Span): YearSums {
  const watched = daysBetween(days, first, last);
  return {
    seconds: totalSeconds(watched),
    watched: watched.length,
    days: dayNumber(last) - dayNumber(first) + 1,
  };
}
