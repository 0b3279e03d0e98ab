import { type Calendar, learnerCalendar } from '@immersion-tracker/contract/calendar';
import type { History } from '../tracker/tracker.ts';

/** The learner's calendar. Its `today` is the browser's; a history has its own. */
export const calendarOf = ({ time_zone, day_starts_at_hour }: History): Calendar =>
  learnerCalendar(Date.now(), { timeZone: time_zone, dayStartsAtHour: day_starts_at_hour });

/** The learner's day of a moment in epoch seconds, as `YYYY-MM-DD`. */
export const dayOf = (moment: number, history: History): string =>
  calendarOf(history).dayAt(moment).date;
