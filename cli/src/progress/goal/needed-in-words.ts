import { counted, durationInWords } from '@immersion-tracker/contract';
import { dateInWords } from '../../days/date-words.ts';
import { COMMAND } from '../../text/command-name.ts';
import type { Goal } from '../history.ts';
import { together } from '../section.ts';

const DAY_MINUTES = 24 * 60;

/** What it takes to reach a target of `hours` that is not reached yet by its date. Empty without a date. */
export function neededInWords(
  { target_date: date, minutes_a_day_needed: needed, pace_minutes: pace, hours_so_far }: Goal,
  hours: number,
  today: string,
): string[] {
  if (date === null) return [];
  const day = together(dateInWords(date));
  const by = date === today ? 'today' : `by ${day}`;
  if (needed === null) {
    const left = `${counted(hours - hours_so_far, 'hour')} to go`;
    const command = together(`${COMMAND} goal --by <date>`);
    return [`${day} has passed with ${left}; \`${command}\` sets another date.`];
  }
  // Rounded so that a pace that seems to be enough is enough.
  const minutes = Math.ceil(needed);
  if (minutes > DAY_MINUTES) return [`To get there ${by}, a day would need more than 24 hours.`];
  const isEnough = pace !== null && Math.floor(pace) >= minutes;
  const words = `To get there ${by}, you need ${together(`${durationInWords(minutes)} a day`)}`;
  return [isEnough ? `${words}, and you have kept that up lately.` : `${words}.`];
}
