import { dayNumberOf } from '@immersion-tracker/contract/calendar';
import { describe, expect, test } from 'vitest';
import { type GoalSettings, goal } from './goal.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** 27 November 2026. */
const today = { number: dayNumberOf('2026-11-27') ?? 0 };

const none: GoalSettings = { daily_goal_minutes: null, target_hours: null, target_date: null };

/** A day with so many seconds of records. */
const day = (daysAgo: number, seconds: number) => ({ number: today.number - daysAgo, seconds });

/** An hour on each of the 30 days before today. */
const month = Array.from({ length: 30 }, (_, index) => day(30 - index, HOUR));

test('without a goal, there is nothing to show', () => {
  expect(goal(none, month, today)).toBeNull();
});

test('a daily goal alone shows the hours, today and the pace', () => {
  const days = [...month, day(0, 42 * MINUTE + 59)];

  expect(goal({ ...none, daily_goal_minutes: 60 }, days, today)).toEqual({
    ...{ ...none, daily_goal_minutes: 60 },
    ...{ hours_so_far: 30, minutes_today: 42, minutes_a_day_needed: null },
    ...{ pace_minutes: 60, forecast: null },
  });
});

test('hours are rounded down from the sum, and today counts', () => {
  const days = [day(1, HOUR + 1799), day(0, 1800)];

  expect(goal({ ...none, target_hours: 10 }, days, today)?.hours_so_far).toBe(1);
  expect(goal({ ...none, target_hours: 10 }, [...days, day(-1, 1)], today)?.hours_so_far).toBe(2);
});

describe('the minutes a day that are needed', () => {
  const needed = (settings: Partial<GoalSettings>, ...days: (typeof month)[number][]) =>
    goal({ ...none, ...settings }, [...month, ...days], today)?.minutes_a_day_needed;

  test('spread what was missing this morning from today to the target date', () => {
    // 70 of 100 hours were missing. 27 November to 5 December are nine days: 4,200 / 9 minutes.
    const target = { target_hours: 100, target_date: '2026-12-05' };

    expect(needed(target)).toBe(4200 / 9);
    expect(needed(target, day(0, 2 * HOUR))).toBe(4200 / 9);
  });

  test('are all that is missing on the target date itself, and null after it', () => {
    expect(needed({ target_hours: 100, target_date: '2026-11-27' })).toBe(4200);
    expect(needed({ target_hours: 100, target_date: '2026-11-26' })).toBeNull();
  });

  test('are null unless both targets are set', () => {
    expect(needed({ target_hours: 100 })).toBeNull();
    expect(needed({ target_date: '2026-12-05' })).toBeNull();
  });

  test('are null once the target is reached, if need be today', () => {
    const target = { target_hours: 31, target_date: '2026-12-05' };

    expect(needed(target, day(0, HOUR - 1))).toBe(60 / 9);
    expect(needed(target, day(0, HOUR))).toBeNull();
  });
});

describe('the forecast', () => {
  test('starts from what was missing this morning, and is gone once the target is reached', () => {
    const target = { ...none, target_hours: 31 };

    // An hour is missing, which is the pace of a day.
    expect(goal(target, month, today)?.forecast?.likely).toBe('2026-11-27');
    expect(goal(target, [...month, day(0, HOUR - 1)], today)?.forecast?.likely).toBe('2026-11-27');
    expect(goal(target, [...month, day(0, HOUR)], today)?.forecast).toBeNull();
  });
});

test('with less than 28 days of history, there is neither a pace nor a forecast', () => {
  const target = { ...none, target_hours: 100 };

  expect(goal(target, month.slice(3), today)).toMatchObject({ pace_minutes: null, forecast: null });
  expect(goal(target, month.slice(2), today)).toMatchObject({ pace_minutes: 60 });
});
