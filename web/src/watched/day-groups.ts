import { type HistoryDay, secondsOfDay } from '@immersion-tracker/contract';
import { dateName, fullName, isInLastWeek, nearDay } from '../days/day-names.ts';
import { calendarOf } from '../days/day-of.ts';
import type { Filters } from '../routes/routes.ts';
import type { Formats } from '../text/formats.ts';
import type { History, WatchedRecord } from '../tracker/tracker.ts';

/** The records of a day, the latest first. */
export interface DayGroup {
  readonly date: string;
  readonly records: readonly WatchedRecord[];
}

/** Groups records, the latest first, by the learner's day. */
export function groupByDay(records: readonly WatchedRecord[], history: History): DayGroup[] {
  const { dayAt } = calendarOf(history);
  const groups = Map.groupBy(records, ({ watched_at }) => dayAt(watched_at).date);
  return [...groups].map(([date, ofDay]) => ({ date, records: ofDay }));
}

/** The seconds of a day that match the filters; undefined if only the tracker knows them. */
export function shownSeconds(
  day: HistoryDay | undefined,
  { kind, guessed, query }: Filters,
): number | undefined {
  if (guessed || query !== undefined || day === undefined) return undefined;
  return kind === undefined ? secondsOfDay(day) : day[`${kind}_seconds`];
}

export interface DayName {
  readonly name: string;
  /** More about the day, and the same for a narrow screen. */
  readonly detail: string;
  readonly shortDetail: string;
}

/** What a day is called above its records. */
export function dayName(date: string, today: string, formats: Formats): DayName {
  const shortDetail = dateName(date, today, formats);
  const weekday = formats.longWeekday(date);
  const near = nearDay(date, today);
  if (near) return { name: near, detail: fullName(date, today, formats), shortDetail };
  return isInLastWeek(date, today)
    ? { name: weekday, detail: shortDetail, shortDetail }
    : { name: shortDetail, detail: weekday, shortDetail: weekday };
}
