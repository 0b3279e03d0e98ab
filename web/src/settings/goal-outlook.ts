import { NBSP } from '@immersion-tracker/contract';
import { dayNumber, totalSeconds } from '../days/days.ts';
import { rangeWords } from '../days/range-words.ts';
import type { Formats } from '../text/formats.ts';
import { yearsInWords } from '../text/years.ts';
import type { History } from '../tracker/tracker.ts';
import type { GoalSettings } from './goal-fields.ts';

const MINUTES_PER_DAY = 24 * 60;

/** What a goal means for somebody with this history: where they are, and what it takes. */
export function outlookOf(
  goal: GoalSettings,
  { days, today }: History,
  formats: Formats,
): { readonly soFar: string; readonly takes: string } {
  const { number, date, aDay } = formats;
  const { daily_goal_minutes: daily, target_hours: hours, target_date: by } = goal;
  const seconds = totalSeconds(days);
  const reached = Math.floor(seconds / 3600);
  const h = (count: number) => `${number(count)}${NBSP}h`;
  if (hours === null) {
    const takes =
      daily === null && by === null
        ? 'A daily goal keeps you going. A total gives you a date to look forward to.'
        : 'Add a total to see when you will reach it.';
    return { soFar: `${h(reached)} so far.`, takes };
  }
  if (reached >= hours) return { soFar: `${h(reached)} so far.`, takes: 'You are already there.' };
  const soFar = `${h(reached)} so far, ${h(hours - reached)} to go.`;
  if (by !== null) {
    if (by < today) return { soFar, takes: `${date(by)} has passed. Pick a new date.` };
    const before = totalSeconds(days.filter((day) => day.date < today));
    const missing = (hours * 3600 - before) / 60;
    const minutes = Math.ceil(missing / (dayNumber(by) - dayNumber(today) + 1));
    const takes =
      minutes > MINUTES_PER_DAY
        ? `The days until ${date(by)} have fewer hours than that.`
        : `Getting there by ${date(by)} takes ${aDay(minutes)} a day.`;
    return { soFar, takes };
  }
  if (daily === null) return { soFar, takes: '' };
  const time = yearsInWords(Math.ceil((hours * 3600 - seconds) / 60 / daily), formats);
  return { soFar, takes: `At ${aDay(daily)} a day, that takes about ${time}.` };
}

/** When the saved goal will be reached at the present pace; undefined without a forecast of these hours. */
export function forecastWords(
  { target_hours: hours }: GoalSettings,
  { goal, today }: History,
  formats: Formats,
): string | undefined {
  if (!goal?.forecast || goal.target_hours !== hours) return undefined;
  const range = rangeWords(goal.forecast, today, formats);
  const words = range === undefined ? '' : ` ${range.opener}${range.rest}`;
  return `At your pace, around ${formats.date(goal.forecast.likely)}.${words}`;
}
