import { chance } from '../chance.ts';
import { type DateBefore, dateBefore, isWithin, type Season } from './date-before.ts';

/** Twenty months. */
const FIRST_DAYS_AGO = 604;
export const YEAR = 365;

/** How many of the last 365 days have something, today included, and how many of those before. */
const DATES_OF_LAST_YEAR = 277;
const DATES_BEFORE = 100;

/** The length of the current streak, today included. */
const CURRENT_STREAK = 12;
/** Other streaks are shorter than this, except for the longest. */
const BREAK_EVERY = 19;
/** 40 days. */
const LONGEST_STREAK: Season = ['07-28', '09-05'];
const AROUND_LONGEST_STREAK = ['07-27', '09-06'] as const;
const HOLIDAY: Season = ['07-03', '07-10'];

/** How likely days are to be empty, compared with other months, from January. */
const EMPTINESS = [1.2, 3.5, 1.6, 1, 0.9, 0.7, 0.6, 0.4, 0.8, 1.5, 0.9, 1.2];
const WEEKEND_EMPTINESS = 0.5;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The dates before today on which the learner watched something, oldest first. */
export function watchedDates(now: Date): DateBefore[] {
  const dates = Array.from({ length: FIRST_DAYS_AGO }, (_, index) =>
    dateBefore(now, FIRST_DAYS_AGO - index),
  );
  const summer = lastWholeSummer(now);
  const emptiness = new Map(dates.map((date) => [date, emptinessOf(date, summer)]));
  const fullest = (some: readonly DateBefore[], count: number) =>
    some
      .toSorted((a, b) => (emptiness.get(a) ?? 0) - (emptiness.get(b) ?? 0))
      .slice(0, count)
      .sort((a, b) => b.daysAgo - a.daysAgo);
  return [
    ...fullest(
      dates.filter(({ daysAgo }) => daysAgo >= YEAR),
      DATES_BEFORE,
    ),
    ...fullest(
      dates.filter(({ daysAgo }) => daysAgo < YEAR),
      DATES_OF_LAST_YEAR - 1,
    ),
  ];
}

/** The last year whose longest streak was over before the current streak began. */
function lastWholeSummer(now: Date): number {
  const dayBeforeStreak = dateBefore(now, CURRENT_STREAK);
  const isOver = isWithin(dayBeforeStreak, [AROUND_LONGEST_STREAK[1], '12-31']);
  return isOver ? dayBeforeStreak.year : dayBeforeStreak.year - 1;
}

/** The dates with the least are watched. `summer` is the year of the longest streak. */
function emptinessOf(date: DateBefore, summer: number): number {
  const { daysAgo, year, month, name, isWeekend } = date;
  if (daysAgo < CURRENT_STREAK || daysAgo === FIRST_DAYS_AGO) return 0;
  if (daysAgo === CURRENT_STREAK) return Number.POSITIVE_INFINITY;
  if (year === summer && isWithin(date, LONGEST_STREAK)) return 0;

  const isBreak = (Date.parse(name) / DAY_MS) % BREAK_EVERY === 0;
  const isAround = AROUND_LONGEST_STREAK.some((day) => name.endsWith(day));
  if (isBreak || isAround || isWithin(date, HOLIDAY)) return Number.POSITIVE_INFINITY;

  const slowStart = Math.max(1, (daysAgo - YEAR) / 60);
  const usual = (EMPTINESS[month] ?? 1) * (isWeekend ? WEEKEND_EMPTINESS : 1) * slowStart;
  // Drawn like this, a date that is twice as likely to be empty comes before another one in two of three cases.
  return usual / -Math.log(chance(`empty ${name}`));
}
