export const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The calendar day in a time zone, which is the browser's own if none is given, so many days before a
 * moment: midnight UTC of that date, for formatting in UTC. Days are counted on the calendar, so that one
 * of 23 or 25 hours is one day.
 */
export function calendarDay(moment: Date, timeZone: string | undefined, daysBefore = 0): Date {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((candidate) => candidate.type === type)?.value);
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day') - daysBefore));
}

/** A time zone as a person reads it: `America/New York`. */
export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ');

/**
 * The calendar day of what was watched first, give or take one: `GET /progress` counts whole days of
 * 24 hours since then.
 */
export function firstDay(moment: Date, timeZone: string, daysSince: number): Date {
  return calendarDay(new Date(moment.getTime() - daysSince * DAY_MS), timeZone);
}
