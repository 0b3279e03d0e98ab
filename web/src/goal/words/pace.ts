import { BREAK_DAYS, secondsOfDay } from '@immersion-tracker/contract';
import { dayNumber } from '../../days/days.ts';
import type { Formats } from '../../text/formats.ts';
import type { History } from '../../tracker/tracker.ts';

/** Whether the days before today have had no minute for so long that the tracker makes no forecast. */
export function isOnBreak({ days, today }: Pick<History, 'days' | 'today'>): boolean {
  const last = days.findLast((day) => day.date < today && secondsOfDay(day) > 0);
  return last === undefined || dayNumber(today) - dayNumber(last.date) > BREAK_DAYS;
}

/** The number of minutes that somebody watches a day, such as `61`. */
export const averageOf = (pace: number, { number }: Formats): string =>
  pace < 1 ? 'less than 1' : number(Math.floor(pace));
