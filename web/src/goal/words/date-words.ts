import type { Formats } from '../../text/formats.ts';
import type { Goal } from '../../tracker/tracker.ts';
import { type Line, line, link, strong } from './line.ts';
import { averageOf } from './pace.ts';

const DAY_MINUTES = 24 * 60;

/**
 * Whether a target that is not reached yet will be by its date, and what that takes. `pace` is the learner's in
 * minutes a day; null if there is none to compare with. No line without a date.
 */
export function dateWords(
  { target_date: date, minutes_a_day_needed: needed, forecast }: Goal,
  pace: number | null,
  today: string,
  formats: Formats,
): readonly Line[] {
  if (date === null) return [];
  if (date < today) return [passedWords(date, formats)];
  if (needed === null) return [];

  const [day, aDay] = date === today ? ['Today', ''] : [formats.date(date), ' a day'];
  // Rounded up, so that whoever watches that much gets there.
  const minutes = Math.ceil(needed);
  const move = link('Move the date');
  if (minutes > DAY_MINUTES) {
    const hours = formats.minutes(DAY_MINUTES);
    return [line(strong(`${day} would take more than ${hours}${aDay}.`), ' ', move)];
  }
  const takes = `takes ${formats.aDay(minutes)}${aDay}`;
  if (pace === null) return [line(strong(`${day} ${takes}.`))];

  const average = averageOf(pace, formats);
  const isOnCourse = forecast === null ? pace >= needed : forecast.likely <= date;
  if (!isOnCourse) return [line(strong(`${day} ${takes}.`), ` You average ${average}. `, move)];
  // A pace that is just enough may be less in whole minutes, such as 60 with 61 needed.
  const compared =
    Math.floor(pace) >= minutes ? `; you average ${average}` : ', about what you average';
  const goal = date === today ? 'today' : day;
  const parts = [strong(`On course for ${goal}.`), ` That ${takes}${compared}.`];
  return [{ parts, isGood: true }];
}

export const passedWords = (date: string, formats: Formats): Line =>
  line(strong(`${formats.date(date)} has passed.`), ' ', link('Pick a new date'));
