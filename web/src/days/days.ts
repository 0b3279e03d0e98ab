import { byKind, type HistoryDay, type KindId, secondsOfDay } from '@immersion-tracker/contract';
import { dateOf, dayNumberOf } from '@immersion-tracker/contract/calendar';

/** A figure for each kind. */
export type KindSums = Readonly<Record<KindId, number>>;

/** The day number of a `YYYY-MM-DD`: the days since 1970-01-01. */
export const dayNumber = (date: string): number => dayNumberOf(date) ?? Number.NaN;

/** The date `count` days after another. */
export const daysAfter = (date: string, count: number): string => dateOf(dayNumber(date) + count);

/** From Monday (0) to Sunday (6). */
export const weekdayOf = (date: string): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

export const totalSeconds = (days: readonly HistoryDay[]): number =>
  days.reduce((sum, day) => sum + secondsOfDay(day), 0);

export const secondsByKind = (days: readonly HistoryDay[]): KindSums =>
  byKind(({ id }) => days.reduce((sum, day) => sum + day[`${id}_seconds`], 0));

/** The days from `first` to `last`, both included. `days` are in order. */
export const daysBetween = (
  days: readonly HistoryDay[],
  first: string,
  last: string,
): readonly HistoryDay[] => days.filter(({ date }) => date >= first && date <= last);

/** The years with a record, the latest first. */
export const yearsOf = (days: readonly HistoryDay[]): readonly number[] =>
  [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))].reverse();

/** From this many days after the first record on, there are weeks to compare. */
export const WEEKS_FROM_DAYS = 7;

/** Without a daily goal, figures are compared with this many minutes. */
const USUAL_GOAL_MINUTES = 60;

export const HEAT_LEVELS = [0, 1, 2, 3, 4] as const;
export type HeatLevel = (typeof HEAT_LEVELS)[number];

/** The minutes from which the levels 2, 3 and 4 begin: half the goal, the goal, and twice the goal. */
export function heatBounds(dailyGoalMinutes: number | null): readonly [number, number, number] {
  const goal = dailyGoalMinutes ?? USUAL_GOAL_MINUTES;
  return [goal / 2, goal, goal * 2];
}

/** The colour of a day: 0 for a day without a record, and 1 for one under half the goal. */
export function heatLevel(day: HistoryDay | undefined, dailyGoalMinutes: number | null): HeatLevel {
  if (day === undefined) return 0;
  const minutes = Math.floor(secondsOfDay(day) / 60);
  const [half, goal, twice] = heatBounds(dailyGoalMinutes);
  if (minutes < half) return 1;
  if (minutes < goal) return 2;
  return minutes < twice ? 3 : 4;
}
