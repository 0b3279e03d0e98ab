import { expect, test } from 'vitest';
import { historyDay, noGoal, noHistory, seen } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import { NO_GOAL } from './goal-fields.ts';
import { forecastWords, outlookOf } from './goal-outlook.ts';

const formats = createFormats(['en-NZ']);
/** 310 h 30 min until yesterday, and 30 min today, 2026-11-27. */
const history = {
  ...noHistory,
  days: [
    historyDay('2026-11-20', { episode_seconds: 310 * 3600 + 1800 }),
    historyDay('2026-11-27', { movie_seconds: 1800 }),
  ],
};

test.each([
  [{}, '311 h so far. A daily goal keeps you going. A total gives you a date to look forward to.'],
  [{ daily_goal_minutes: 60 }, '311 h so far. Add a total to see when you will reach it.'],
  [{ target_hours: 1000 }, '311 h so far, 689 h to go.'],
  [{ target_hours: 311 }, '311 h so far. You are already there.'],
  // 689 h are 689 days of an hour, and a month is 30.44 days: 22.6 months.
  [
    { target_hours: 1000, daily_goal_minutes: 60 },
    '311 h so far, 689 h to go. At 60 min a day, that takes about 1 year and 11 months.',
  ],
  // 689.5 h were missing this morning, and 765 days are left: 54.08 min a day.
  [
    { target_hours: 1000, target_date: '2028-12-30' },
    '311 h so far, 689 h to go. Getting there by 30 December 2028 takes 55 min a day.',
  ],
  // 30 min were missing this morning, and today is all that is left.
  [
    { target_hours: 312, target_date: '2026-11-27' },
    '311 h so far, 1 h to go. Getting there by 27 November 2026 takes 90 min a day.',
  ],
  [
    { target_hours: 400, target_date: '2026-11-28' },
    '311 h so far, 89 h to go. The days until 28 November 2026 have fewer hours than that.',
  ],
  [
    { target_hours: 400, target_date: '2026-11-26' },
    '311 h so far, 89 h to go. 26 November 2026 has passed. Pick a new date.',
  ],
])('with %j, the outlook is %j', (goal, words) => {
  const { soFar, takes } = outlookOf({ ...NO_GOAL, ...goal }, history, formats);

  expect(seen(`${soFar} ${takes}`.trim())).toBe(words);
});

test('the forecast is for the saved hours, not for others that were typed', () => {
  const forecast = { early: '2028-03-05', likely: '2028-10-14', late: '2030-04-20' };
  const saved = { ...history, goal: { ...noGoal, target_hours: 1000, forecast } };
  const words = (target_hours: number) =>
    forecastWords({ ...NO_GOAL, target_hours }, saved, formats);

  expect(words(1000)).toBe(
    'At your pace, around 14 October 2028. 8 times out of 10, the day falls between March 2028 and April 2030.',
  );
  expect(words(2000)).toBeUndefined();
});
