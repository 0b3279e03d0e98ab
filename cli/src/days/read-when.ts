import {
  type Calendar,
  type Day,
  dayNumberOf,
  learnerCalendar,
} from '@immersion-tracker/contract/calendar';
import { Failure } from '../errors/failure.ts';
import { printable } from '../text/printable.ts';

const WITH_TIME = /^(\S+)[ T](\d{1,2}):(\d{2})$/;

/**
 * Reads when something was watched: `now`, a day, or a day with a time. A day stands for its middle, or for
 * `now` if that is earlier. Returns epoch seconds, like `now`. Throws a `Failure` unless it is in the past.
 */
export function readWhen(text: string, calendar: Calendar, now: number): number {
  const typed = text.trim().toLowerCase();
  if (typed === 'now') return now;
  const [, day, hour, minute] = WITH_TIME.exec(text.trim()) ?? [];
  return day === undefined
    ? middleOf(readDay(typed, calendar, `, "${calendar.today.date} 21:30", yesterday or now`), now)
    : readTime(day, [Number(hour), Number(minute)], calendar, now);
}

/** Reads `today`, `yesterday` or a `YYYY-MM-DD` that is not in the future. Throws a `Failure` otherwise. */
export function readDay(text: string, calendar: Calendar, otherForms = ''): Day {
  const { today, settings } = calendar;
  const daysAgo = ['today', 'yesterday'].indexOf(text.toLowerCase());
  const yesterday = calendar.dayAt(today.start - 1);
  const day = [today, yesterday][daysAgo] ?? calendar.dayOf(text);
  if (day === undefined) {
    if (dayNumberOf(text) !== undefined) {
      throw new Failure(`There was no ${text}: the time zone ${settings.timeZone} skipped it.`);
    }
    throw new Failure(
      `${printable(text)} is not a date. Write it like ${today.date}${otherForms}.`,
    );
  }
  if (day.number > today.number) throw new Failure(`${day.date} is in the future.`);
  return day;
}

/** The middle of a day in epoch seconds, or `now` if that is earlier. */
export const middleOf = ({ start, end }: Day, now: number): number =>
  Math.min(Math.floor((start + end) / 2), now);

/** At an hour before the day begins, clocks already show the next date: half past one in the night after. */
function readTime(
  typed: string,
  [hour, minute]: readonly [hour: number, minute: number],
  calendar: Calendar,
  now: number,
): number {
  const day = readDay(typed, calendar);
  if (hour > 23 || minute > 59) {
    throw new Failure(`That time does not exist. Write it like ${day.date} 21:30.`);
  }
  const { timeZone, dayStartsAtHour } = calendar.settings;
  const nights = hour < dayStartsAtHour ? 1 : 0;
  // The day that begins at this hour begins when the clocks show it.
  const { today, daysAgo } = learnerCalendar(now * 1000, { timeZone, dayStartsAtHour: hour });
  const moment = daysAgo(today.number - day.number - nights).start + minute * 60;
  if (moment > now)
    throw new Failure(
      `${printable(typed)} ${hour}:${`${minute}`.padStart(2, '0')} is in the future.`,
    );
  return moment;
}
