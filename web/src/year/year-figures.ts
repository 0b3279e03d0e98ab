import { type HistoryDay, type KindId, mediaKinds } from '@immersion-tracker/contract';
import {
  dayNumber,
  daysAfter,
  daysBetween,
  type HeatLevel,
  heatLevel,
  type KindSums,
  secondsByKind,
  totalSeconds,
} from '../days/days.ts';
import type { History } from '../tracker/tracker.ts';
import { weeksOf } from './weeks.ts';

/** A day of a year, from 1 January on. */
export interface YearDay {
  readonly date: string;
  /** Undefined if the day is yet to come. */
  readonly level: HeatLevel | undefined;
}

export interface YearFigures {
  readonly year: number;
  /** Today in the running year; undefined if the year is over. */
  readonly until: string | undefined;
  readonly seconds: number;
  /** How many days have a record. */
  readonly activeDays: number;
  /** The most days in a row, counted within the year. */
  readonly longestRow: number;
  readonly byKind: KindSums;
  /** The kinds that add to the hours. */
  readonly kinds: readonly KindId[];
  /** Every day of the year. */
  readonly days: readonly YearDay[];
  /** For each week, the seconds a day. */
  readonly weeks: readonly KindSums[];
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** What the image of a year shows, apart from the favourites. */
export function yearFigures(
  { days: all, today, goal }: Pick<History, 'days' | 'today' | 'goal'>,
  year: number,
): YearFigures {
  const [first, end] = [`${year}-01-01`, `${year}-12-31`];
  const isRunning = today < end && yearOf(today) === year;
  const last = isRunning ? today : end;
  const days = daysBetween(all, first, end);
  const byDate = new Map(days.map((day) => [day.date, day]));
  const byKind = secondsByKind(days);
  const dates = Array.from({ length: dayNumber(end) - dayNumber(first) + 1 }, (_, index) =>
    daysAfter(first, index),
  );
  return {
    year,
    until: isRunning ? today : undefined,
    seconds: totalSeconds(days),
    activeDays: days.length,
    longestRow: longestRow(days),
    byKind,
    kinds: mediaKinds.map(({ id }) => id).filter((id) => byKind[id] > 0),
    days: dates.map((date) => {
      const day = byDate.get(date);
      const isToCome = date > last && day === undefined;
      return {
        date,
        level: isToCome ? undefined : heatLevel(day, goal?.daily_goal_minutes ?? null),
      };
    }),
    weeks: weeksOf(days, first, last),
  };
}

function longestRow(days: readonly HistoryDay[]): number {
  let longest = 0;
  let row = 0;
  let before = Number.NaN;
  for (const { date } of days) {
    const number = dayNumber(date);
    row = number === before + 1 ? row + 1 : 1;
    longest = Math.max(longest, row);
    before = number;
  }
  return longest;
}
