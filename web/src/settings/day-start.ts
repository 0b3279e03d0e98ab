import { type DaySettings, learnerCalendar } from '@immersion-tracker/contract/calendar';
import { daysAfter } from '../days/days.ts';
import type { Formats } from '../text/formats.ts';
import { hourName } from '../text/hour-name.ts';

/** Until when today lasts, such as `It is Friday until 04:00 on Saturday.` */
export function dayStartWords(
  settings: DaySettings,
  now: number,
  { longWeekday }: Pick<Formats, 'longWeekday'>,
): string {
  const { date } = learnerCalendar(now, settings).today;
  const hour = settings.dayStartsAtHour;
  const end = hour === 0 ? 'midnight' : `${hourName(hour)} on ${longWeekday(daysAfter(date, 1))}`;
  return `It is ${longWeekday(date)} until ${end}.`;
}
