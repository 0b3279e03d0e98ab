import { nearestPlausible, plausibleWatch, type SharedFigures } from '@immersion-tracker/contract';
import type { Calendar } from '@immersion-tracker/contract/calendar';
import { sumsBy } from '../kernel/sums-by.ts';
import { weeklyTrend } from './trend.ts';

const DAY_SECONDS = 24 * 60 * 60;
const WEEK_SECONDS = 7 * DAY_SECONDS;
const DAYS_SHOWN = 7;

/** Sums over the watch records of all kinds. Its memory grows only with the number of quarters. */
export interface Tally {
  /** Adds a watch record. `timestamp` is in epoch seconds, `duration` in seconds. */
  add(timestamp: number, duration: number): void;
  isToday(timestamp: number): boolean;
  /** The figures of the records added so far. */
  figures(): SharedFigures;
}

/** `now` is in epoch milliseconds. */
export function createTally(now: number, calendar: Calendar): Tally {
  const nowSeconds = now / 1000;
  const { today } = calendar;
  // The starts of the last seven days, oldest first, and the end of today.
  const dayStarts = Array.from({ length: DAYS_SHOWN + 1 }, (_, index) =>
    calendar.daysAgo(DAYS_SHOWN - 1 - index),
  ).map(({ start }) => start);
  const shownFrom = dayStarts[0] ?? today.start;
  const daySeconds = new Array<number>(DAYS_SHOWN).fill(0);
  const quarters = sumsBy((_: number) => ({ seconds: 0 }));
  let first = Number.POSITIVE_INFINITY;
  let totalSeconds = 0;
  let lastWeekSeconds = 0;

  return {
    add(timestamp, duration) {
      first = Math.min(first, timestamp);
      totalSeconds += duration;
      if (timestamp > nowSeconds - WEEK_SECONDS && timestamp <= nowSeconds) {
        lastWeekSeconds += duration;
      }
      if (timestamp >= shownFrom) {
        const day = dayStarts.findLastIndex((start) => start <= timestamp);
        const seconds = daySeconds[day];
        if (seconds !== undefined) daySeconds[day] = seconds + duration;
      }
      // A record of another tool can be millennia away, and the answer has a point for every quarter until then.
      const time = nearestPlausible(timestamp, plausibleWatch);
      quarters.of(calendar.quarterOf(time)).seconds += duration;
    },

    isToday: (timestamp) => timestamp >= today.start,

    figures() {
      // Without records, `first` is infinite. If the clock was set back, the difference is negative.
      const days = Math.max(0, Math.floor((nowSeconds - first) / DAY_SECONDS));
      return {
        total_hours_watched: Math.floor(totalSeconds / 3600),
        days_since_first_episode: days,
        weekly_trend_percentage: weeklyTrend(days, lastWeekSeconds, totalSeconds),
        daily_activity: daySeconds.map((seconds, index) => ({
          days_ago: DAYS_SHOWN - 1 - index,
          minutes_watched: Math.floor(seconds / 60),
        })),
        all_time_progress: cumulativeHours(quarters.all, calendar),
      };
    },
  };
}

function cumulativeHours(
  quarters: ReadonlyMap<number, { readonly seconds: number }>,
  calendar: Calendar,
) {
  const points: SharedFigures['all_time_progress'] = [];
  const last = Math.max(...quarters.keys());
  let sum = 0;
  for (let quarter = Math.min(...quarters.keys()); quarter <= last; quarter += 1) {
    sum += quarters.get(quarter)?.seconds ?? 0;
    const label = calendar.quarterLabel(quarter);
    points.push({ label, cumulative_hours: Math.floor(sum / 3600) });
  }
  return points;
}
