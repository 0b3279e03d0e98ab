import type { Calendar, Day } from '@immersion-tracker/contract/calendar';
import { Failure } from '../errors/failure.ts';
import { printable } from '../text/printable.ts';

/** Reads `today`, `yesterday` or a `YYYY-MM-DD` that is not in the future. Throws a `Failure` otherwise. */
export function readDay(text: string, calendar: Calendar): Day {
  const { today } = calendar;
  const daysAgo = ['today', 'yesterday'].indexOf(text.toLowerCase());
  const day = daysAgo === -1 ? calendar.dayOf(text) : calendar.daysAgo(daysAgo);
  if (day === undefined) {
    throw new Failure(`${printable(text)} is not a date. Write it like ${today.date}.`);
  }
  if (day.number > today.number) throw new Failure(`${day.date} is in the future.`);
  return day;
}

/** The middle of a day in epoch seconds, or `now` if that is earlier. */
export const middleOf = ({ start, end }: Day, now: number): number =>
  Math.min(Math.floor((start + end) / 2), now);
