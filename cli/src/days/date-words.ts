import { type Calendar, dayNumberOf } from '@immersion-tracker/contract/calendar';

const DAY_MS = 86_400_000;
const WEEKDAYS = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];
// Not from `Intl`, whose abbreviations differ between versions of Node, such as `Sep` and `Sept`.
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** The number of a day such as `2026-11-27`, as the tracker sends it, counted from 1970. */
export const dayNumber = (date: string): number => dayNumberOf(date) ?? Number.NaN;

const midnightOf = (day: number) => new Date(day * DAY_MS);

/** The first three letters of a day's month. */
export function monthName(day: number): string {
  return (MONTHS[midnightOf(day).getUTCMonth()] ?? '').slice(0, 3);
}

/** From Monday (0) to Sunday (6). */
export const weekdayOf = (day: number): number => (midnightOf(day).getUTCDay() + 6) % 7;

const longWeekday = (day: number): string => WEEKDAYS[weekdayOf(day)] ?? '';

/** The first three letters of a day's weekday. */
export const weekdayName = (day: number): string => longWeekday(day).slice(0, 3);

/** A day with its weekday, such as `Sun 22 Nov`. */
export function shortDate(day: number): string {
  return `${weekdayName(day)} ${midnightOf(day).getUTCDate()} ${monthName(day)}`;
}

/** A date such as `14 March 2028`. */
export function dateInWords(date: string): string {
  const day = midnightOf(dayNumber(date));
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** A `YYYY-MM-DD` as `Sunday 22 November`, with its year unless that is the present one. */
export function dayInWords(date: string, { today }: Pick<Calendar, 'today'>): string {
  const words = `${longWeekday(dayNumber(date))} ${dateInWords(date)}`;
  const year = ` ${today.date.slice(0, 4)}`;
  return words.endsWith(year) ? words.slice(0, -year.length) : words;
}
