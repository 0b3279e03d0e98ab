import type { Calendar } from '@immersion-tracker/contract/calendar';

const part = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
const [weekday, dayAndMonth] = [part({ weekday: 'long' }), part({ day: 'numeric', month: 'long' })];

/** A `YYYY-MM-DD` as `Sunday 22 November`, with its year unless that is the present one. */
export function dayInWords(date: string, { today }: Pick<Calendar, 'today'>): string {
  const noon = new Date(`${date}T12:00Z`);
  const [year] = date.split('-');
  const ending = today.date.startsWith(`${year}-`) ? '' : ` ${year}`;
  return `${weekday.format(noon)} ${dayAndMonth.format(noon)}${ending}`;
}
