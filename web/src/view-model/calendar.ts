export const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The calendar day of a moment in a time zone (by default the browser's), or the day `daysBefore` it. Returns
 * midnight UTC of that date, to be formatted in UTC. A day of 23 or 25 hours counts as one day.
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

/** A time zone's name without underscores: `America/New York`. */
export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ');

/**
 * The calendar day of the first record, to within a day: `GET /progress` says how many periods of 24 hours
 * have passed since then.
 */
export function firstDay(moment: Date, timeZone: string, daysSince: number): Date {
  return calendarDay(new Date(moment.getTime() - daysSince * DAY_MS), timeZone);
}
