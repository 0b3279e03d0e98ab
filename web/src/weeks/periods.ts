import type { HistoryDay } from '@immersion-tracker/contract';
import { bisector, mean } from 'd3-array';
import {
  dayNumber,
  daysAfter,
  type KindSums,
  secondsByKind,
  totalSeconds,
  weekdayOf,
} from '../days/days.ts';

/** What a bar stands for. */
export type Unit = 'week' | 'month' | 'quarter';
/** How far back the chart goes. */
export type Range = 'weeks' | 'year' | 'all';

/** A week, month or quarter with what was watched in it. */
export interface Bar {
  readonly first: string;
  readonly last: string;
  readonly seconds: KindSums;
  readonly total: number;
}

export interface Chart {
  readonly unit: Unit;
  /** Oldest first. The last one is running, and the first one has the first record or comes after it. */
  readonly bars: readonly Bar[];
  /** Seconds of a whole period; undefined if there are not two of them. */
  readonly average: number | undefined;
  /** The seconds that whole periods have by the day that the running one has reached; undefined at the beginning. */
  readonly usual: number | undefined;
}

/** How many bars the shorter ranges have. */
const BARS = 12;
/** With more months than this, a bar stands for a quarter. */
const MOST_MONTHS = 36;
/** Before this many days, nothing is usual for a learner yet. */
const FORTNIGHT = 14;
/** Days that lead from a period's first day into the next period, whatever its length. */
const STEP: Readonly<Record<Unit, number>> = { week: 7, month: 31, quarter: 92 };

export function chartOf(days: readonly HistoryDay[], today: string, range: Range): Chart {
  const firstRecord = days[0]?.date ?? today;
  const { unit, starts } = startsOf(firstRecord, today, range);
  const bars = starts.map((first): Bar => {
    const last = daysAfter(startAfter(unit, first), -1);
    const within = slice(days, first, last);
    return { first, last, seconds: secondsByKind(within), total: totalSeconds(within) };
  });
  // A period in which the learner began is as unfinished as the running one.
  const whole = bars.slice(0, -1).filter(({ first }) => first >= firstRecord);
  const reached = dayNumber(today) - dayNumber(bars.at(-1)?.first ?? today);
  const isNew = unit === 'week' && dayNumber(today) - dayNumber(firstRecord) < FORTNIGHT;
  return {
    unit,
    bars,
    average: whole.length < 2 ? undefined : mean(whole, ({ total }) => total),
    usual: isNew
      ? undefined
      : mean(whole, ({ first, last }) => {
          const day = daysAfter(first, reached);
          return totalSeconds(slice(days, first, day < last ? day : last));
        }),
  };
}

/** The ranges that show something which shorter ones do not. */
export function rangesOf(firstRecord: string, today: string): readonly Range[] {
  const isOlder = (range: Range) => {
    const [start = today] = startsOf(firstRecord, today, range).starts;
    return firstRecord < start;
  };
  if (!isOlder('weeks')) return ['weeks'];
  return isOlder('year') ? ['weeks', 'year', 'all'] : ['weeks', 'year'];
}

/** How many days a bar's period has. */
export const daysIn = ({ first, last }: Pick<Bar, 'first' | 'last'>): number =>
  dayNumber(last) - dayNumber(first) + 1;

/** The first days of the periods of a range. */
function startsOf(
  firstRecord: string,
  today: string,
  range: Range,
): { readonly unit: Unit; readonly starts: readonly string[] } {
  const starts = (unit: Unit, most: number): readonly string[] => {
    const begin = startOf(unit, firstRecord);
    const latestFirst = [];
    let start = startOf(unit, today);
    for (
      ;
      start > begin && latestFirst.length < most - 1;
      start = startOf(unit, daysAfter(start, -1))
    )
      latestFirst.push(start);
    return [...latestFirst, start].reverse();
  };
  if (range === 'weeks') return { unit: 'week', starts: starts('week', BARS) };
  if (range === 'year') return { unit: 'month', starts: starts('month', BARS) };
  const months = starts('month', MOST_MONTHS + 1);
  return months.length <= MOST_MONTHS
    ? { unit: 'month', starts: months }
    : { unit: 'quarter', starts: starts('quarter', Number.POSITIVE_INFINITY) };
}

/** The first day of the period that a date is in. Weeks begin on Monday, and quarters in January. */
function startOf(unit: Unit, date: string): string {
  if (unit === 'week') return daysAfter(date, -weekdayOf(date));
  const month = Number(date.slice(5, 7));
  const first = unit === 'month' ? month : month - ((month - 1) % 3);
  return `${date.slice(0, 5)}${`${first}`.padStart(2, '0')}-01`;
}

const startAfter = (unit: Unit, start: string): string =>
  startOf(unit, daysAfter(start, STEP[unit]));

const byDate = bisector(({ date }: HistoryDay) => date);

/** The days from `first` to `last`, found without looking at the others. */
const slice = (days: readonly HistoryDay[], first: string, last: string): readonly HistoryDay[] =>
  days.slice(byDate.left(days, first), byDate.right(days, last));
