import type { Formats } from '../text/formats.ts';
import { daysAfter } from './days.ts';

/** Undefined for any day but today and the one before. */
export function nearDay(date: string, today: string): 'Today' | 'Yesterday' | undefined {
  if (date === today) return 'Today';
  return date === daysAfter(today, -1) ? 'Yesterday' : undefined;
}

/** Whether a weekday is enough to tell which day it is: today, or one of the six before. */
export const isInLastWeek = (date: string, today: string): boolean =>
  date <= today && date > daysAfter(today, -7);

/** `27 November`, and in another year `27 November 2025`. */
export const dateName = (date: string, today: string, formats: DateFormats): string =>
  isInYearOf(today, date) ? formats.dayAndMonth(date) : formats.date(date);

/** `Friday, 27 November`, and in another year `Thursday, 27 November 2025`. */
export const fullName = (date: string, today: string, formats: DateFormats): string =>
  isInYearOf(today, date) ? formats.longDay(date) : formats.fullDay(date);

type DateFormats = Pick<Formats, 'dayAndMonth' | 'date' | 'longDay' | 'fullDay'>;

const isInYearOf = (today: string, date: string) => date.slice(0, 4) === today.slice(0, 4);
