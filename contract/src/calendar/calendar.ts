import { memoize } from '../memoize.ts';
import { dateOf, dayNumberOf, monthOf, monthStart } from './dates.ts';
import { contains, memoizePeriods, type Period } from './periods.ts';
import { wallClockIn } from './wall-clock.ts';

/** One of the learner's days. */
export interface Day extends Period {
  /** `YYYY-MM-DD`: the date on which it begins. */
  readonly date: string;
  /** The days from 1970-01-01 to that date, so that consecutive dates have consecutive numbers. */
  readonly number: number;
}

/** The learner's days, quarters and years, relative to one moment. */
export interface Calendar {
  readonly settings: DaySettings;
  readonly today: Day;
  /** The day of a moment in epoch seconds; the same object for all moments of a day. */
  dayAt(timestamp: number): Day;
  /** The day of a `YYYY-MM-DD`, or undefined if that is not a date or the time zone skipped it. */
  dayOf(date: string): Day | undefined;
  /** The day that was `count` calendar days before today; -1 is tomorrow. */
  daysAgo(count: number): Day;
  /** The calendar quarter of a moment in epoch seconds, counted from the year 0. */
  quarterOf(timestamp: number): number;
  /** A quarter's first month, such as `Jan 2026`. */
  quarterLabel(quarter: number): string;
  year(year: number): Period;
}

/** How a learner counts days. */
export interface DaySettings {
  /** IANA name. */
  readonly timeZone: string;
  /** A whole hour from 0 to 23. Someone who watches until 2 a.m. wants a later one than 0. */
  readonly dayStartsAtHour: number;
}

interface Quarter extends Period {
  readonly index: number;
}

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;
const QUARTER_MONTHS = 3;
const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

/** How many ways of counting days are remembered. Users of one tracker have few. */
const KEPT = 16;
const kept = new Map<string, ReturnType<typeof createDays>>();

/**
 * The calendar of a learner at `now`, in epoch milliseconds.
 *
 * A day begins on its date, as soon as the clocks show `dayStartsAtHour` or later, and lasts until the
 * next day begins: 23 to 25 hours. It begins at the clock change if that skips the hour, and at the
 * first of the two if the hour comes twice. A date that the time zone skipped, such as 2011-12-30 in
 * Samoa, is a day without length, in which nothing can happen. Quarters and years begin with their first day.
 */
export function learnerCalendar(now: number, settings: DaySettings): Calendar {
  const { dayAt, day, quarterAt, months } = daysIn(settings);
  const today = dayAt(now / 1000);

  return {
    settings,
    today,
    dayAt,
    dayOf(date) {
      const number = dayNumberOf(date);
      const found = number === undefined ? undefined : day(number);
      return found !== undefined && found.start < found.end ? found : undefined;
    },
    daysAgo: (count) => day(today.number - count),
    quarterOf: (timestamp) => quarterAt(timestamp).index,
    quarterLabel: (quarter) => `${FIRST_MONTHS[quarter % 4]} ${Math.floor(quarter / 4)}`,
    year: (year) => months(year * 12, 12),
  };
}

/** Remembers the days of the latest settings, since ten years of them take longer than their records. */
function daysIn(settings: DaySettings): ReturnType<typeof createDays> {
  const key = `${settings.timeZone} ${settings.dayStartsAtHour}`;
  const days = kept.get(key) ?? createDays(settings);
  kept.delete(key);
  kept.set(key, days);
  const [oldest = key] = kept.keys();
  if (kept.size > KEPT) kept.delete(oldest);
  return days;
}

function createDays({ timeZone, dayStartsAtHour }: DaySettings) {
  const { firstMoment } = wallClockIn(timeZone);
  const hour = dayStartsAtHour * HOUR_SECONDS;

  const startOf = memoize((dayNumber: number) => {
    const midnight = dayNumber * DAY_SECONDS;
    const { moment, isSkipped } = firstMoment(midnight + hour);
    if (!isSkipped) return moment;
    const nextMidnight = midnight + DAY_SECONDS;
    const isDateSkipped = firstMoment(midnight).moment === firstMoment(nextMidnight).moment;
    return isDateSkipped ? firstMoment(nextMidnight + hour).moment : moment;
  });

  const day = memoize((number: number): Day => {
    const date = dateOf(number);
    return { date, number, start: startOf(number), end: startOf(number + 1) };
  });

  let last: Day | undefined;

  function dayAt(timestamp: number): Day {
    // One record is often followed by others of its day.
    if (last !== undefined && contains(last, timestamp)) return last;
    // No clock is a whole day ahead of UTC or behind it, so this guess is a day off at most.
    last = day(Math.floor((timestamp - hour) / DAY_SECONDS));
    while (timestamp < last.start) last = day(last.number - 1);
    while (timestamp >= last.end) last = day(last.number + 1);
    return last;
  }

  const months = (first: number, count: number): Period => ({
    start: startOf(monthStart(first)),
    end: startOf(monthStart(first + count)),
  });

  const quarterAt = memoizePeriods((timestamp): Quarter => {
    const index = Math.floor(monthOf(dayAt(timestamp).number) / QUARTER_MONTHS);
    return { index, ...months(index * QUARTER_MONTHS, QUARTER_MONTHS) };
  });

  return { dayAt, day, quarterAt, months };
}
