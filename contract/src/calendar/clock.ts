import { dateOf, dayNumberOf } from './dates.ts';
import { type FirstMoment, wallClockIn } from './wall-clock.ts';

/** What clocks show: a calendar date, which need not be the learner's day, and a time to the minute. */
export interface Shown {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
}

/** The clocks of a time zone. */
export interface Clock {
  /** What they show at a moment in epoch seconds. */
  shownAt(timestamp: number): Shown;
  /**
   * The first moment at which they show a date and time. If they skip that time, the moment at which they change.
   * Undefined if it is not a date and a time.
   */
  momentOf(shown: Shown): FirstMoment | undefined;
}

const MINUTE_SECONDS = 60;
const DAY_SECONDS = 24 * 60 * MINUTE_SECONDS;

export function clockOf(timeZone: string): Clock {
  const { firstMoment, wallTimeAt } = wallClockIn(timeZone);
  return {
    shownAt(timestamp) {
      const wallTime = wallTimeAt(timestamp);
      const date = dateOf(Math.floor(wallTime / DAY_SECONDS));
      return { date, time: new Date(wallTime * 1000).toISOString().slice(11, 16) };
    },
    momentOf({ date, time }) {
      const dayNumber = dayNumberOf(date);
      const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
      if (dayNumber === undefined || hours === undefined) return undefined;
      const minute = Number(hours) * 60 + Number(minutes);
      return firstMoment(dayNumber * DAY_SECONDS + minute * MINUTE_SECONDS);
    },
  };
}
