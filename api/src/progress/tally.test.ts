import { seconds } from '@immersion-tracker/contract/testing';
import { describe, expect, test } from 'vitest';
import { tallyAt } from './testing/tally.ts';

const DAY = 24 * 3600;
const NOW = '2026-05-20T12:00:00+12:00';
const now = seconds(NOW);

/** The figures of records, each a timestamp and a duration. */
function figures(records: readonly (readonly [number, number])[], iso = NOW) {
  const tally = tallyAt(iso);
  for (const [timestamp, duration] of records) tally.add(timestamp, duration);
  return tally.figures();
}

const minutesByDay = (records: readonly (readonly [number, number])[], iso = NOW) =>
  figures(records, iso).daily_activity.map(({ minutes_watched }) => minutes_watched);

test('without records, the figures are zeros and seven empty days', () => {
  expect(figures([])).toEqual({
    total_hours_watched: 0,
    days_since_first_episode: 0,
    weekly_trend_percentage: null,
    daily_activity: [6, 5, 4, 3, 2, 1, 0].map((days_ago) => ({ days_ago, minutes_watched: 0 })),
    all_time_progress: [],
  });
});

describe('hours', () => {
  test.each([
    [[3599], 0],
    [[3600], 1],
    [[1800, 1799], 0],
    [[1800, 1800], 1],
    [[0.5, 3599.5], 1],
  ])('of %s seconds are %i, rounded down from their sum', (durations, hours) => {
    const records = durations.map((duration) => [now, duration] as const);

    expect(figures(records).total_hours_watched).toBe(hours);
  });
});

describe('days since the first record', () => {
  test.each([
    [0, 0],
    [DAY - 1, 0],
    [DAY, 1],
    [14 * DAY - 1, 13],
    [14 * DAY, 14],
  ])('are whole days of 24 hours: %i seconds are %i', (age, days) => {
    const records = [
      [now, 60],
      [now - age, 60],
      [now, 60],
    ] as const;

    expect(figures(records).days_since_first_episode).toBe(days);
  });

  test('are 0 if the first record is in the future', () => {
    expect(figures([[now + DAY, 60]]).days_since_first_episode).toBe(0);
  });
});

describe('daily activity', () => {
  test('covers seven calendar days, up to the end of today', () => {
    const records = [
      [seconds('2026-05-13T23:59:59+12:00'), 600],
      [seconds('2026-05-14T00:00:00+12:00'), 60],
      [seconds('2026-05-19T23:59:59+12:00'), 120],
      [seconds('2026-05-20T00:00:00+12:00'), 180],
      [seconds('2026-05-20T23:59:59+12:00'), 240],
      [seconds('2026-05-21T00:00:00+12:00'), 600],
    ] as const;

    expect(minutesByDay(records)).toEqual([1, 0, 0, 0, 0, 2, 7]);
  });

  test('rounds down the sum of each day, not each record', () => {
    const records = [
      [now, 59],
      [now, 61],
      [now - DAY, 59],
      [now - DAY, 60],
    ] as const;

    expect(minutesByDay(records)).toEqual([0, 0, 0, 0, 0, 1, 2]);
  });

  test('counts all hours of a 25-hour day', () => {
    const records = [
      [seconds('2026-04-04T23:59:59+13:00'), 60],
      [seconds('2026-04-05T00:00:00+13:00'), 120],
      [seconds('2026-04-05T23:59:59+12:00'), 180],
      [seconds('2026-04-06T00:00:00+12:00'), 240],
    ] as const;

    expect(minutesByDay(records, '2026-04-08T12:00:00+12:00')).toEqual([0, 0, 1, 5, 4, 0, 0]);
  });

  test('separates a 23-hour day from its neighbours', () => {
    const records = [
      [seconds('2026-09-26T23:59:59+12:00'), 60],
      [seconds('2026-09-27T00:00:00+12:00'), 120],
      [seconds('2026-09-27T23:59:59+13:00'), 180],
      [seconds('2026-09-28T00:00:00+13:00'), 240],
    ] as const;

    expect(minutesByDay(records, '2026-09-28T00:00:00+13:00')).toEqual([0, 0, 0, 0, 1, 5, 4]);
  });
});

describe('today', () => {
  test('begins with its first second, and includes the future', () => {
    const tally = tallyAt(NOW);

    expect(tally.isToday(seconds('2026-05-19T23:59:59+12:00'))).toBe(false);
    expect(tally.isToday(seconds('2026-05-20T00:00:00+12:00'))).toBe(true);
    expect(tally.isToday(now + 30 * DAY)).toBe(true);
  });
});

describe('weekly trend', () => {
  // Two hours in 14 days average one hour a week.
  test.each([
    ['now', 0, 0],
    ['six days ago', -6 * DAY, 0],
    ['a second less than 7 x 24 hours ago', -7 * DAY + 1, 0],
    ['exactly 7 x 24 hours ago', -7 * DAY, -100],
    ['in the future', 1, -100],
  ])('compares an hour %s with one hour a week', (_, offset, percent) => {
    const records = [
      [now - 14 * DAY, 3600],
      [now + offset, 3600],
    ] as const;

    expect(figures(records).weekly_trend_percentage).toBe(percent);
  });

  test('covers 7 x 24 hours, even if one of the days has 25', () => {
    // The seven calendar days before noon of 8 April have 169 hours.
    const iso = '2026-04-08T12:00:00+12:00';
    const aWeekAgo = seconds('2026-04-01T13:00:00+13:00');
    const first = [seconds(iso) - 14 * DAY, 3600] as const;

    expect(figures([first, [aWeekAgo, 3600]], iso).weekly_trend_percentage).toBe(-100);
    expect(figures([first, [aWeekAgo + 1, 3600]], iso).weekly_trend_percentage).toBe(0);
  });

  test('is null before 14 whole days have passed, and if nothing has a duration', () => {
    expect(figures([[now - 14 * DAY + 1, 3600]]).weekly_trend_percentage).toBeNull();
    expect(figures([[now - 14 * DAY, 3600]]).weekly_trend_percentage).toBe(-100);
    expect(figures([[now - 14 * DAY, 0]]).weekly_trend_percentage).toBeNull();
  });
});

describe('all-time progress', () => {
  test('has one point per quarter, even without records, rounded down from the running sum', () => {
    const records = [
      [seconds('2026-04-01T00:00:00+13:00'), 5400],
      [seconds('2025-09-30T23:59:59+13:00'), 1800],
      [seconds('2025-10-01T00:00:00+13:00'), 1799],
    ] as const;

    expect(figures(records).all_time_progress).toEqual([
      { label: 'Jul 2025', cumulative_hours: 0 },
      { label: 'Oct 2025', cumulative_hours: 0 },
      { label: 'Jan 2026', cumulative_hours: 0 },
      { label: 'Apr 2026', cumulative_hours: 2 },
    ]);
  });

  test('counts what is beyond 2099 in the last quarter, by UTC', () => {
    const records = [
      [seconds('9998-05-20T12:00:00Z'), 3600],
      [seconds('2099-05-20T12:00:00Z'), 3600],
    ] as const;

    expect(figures(records).all_time_progress).toEqual([
      { label: 'Apr 2099', cumulative_hours: 1 },
      { label: 'Jul 2099', cumulative_hours: 1 },
      { label: 'Oct 2099', cumulative_hours: 1 },
      { label: 'Jan 2100', cumulative_hours: 2 },
    ]);
  });

  test('ends with the last quarter that has a record, past or future', () => {
    const past = figures([[seconds('2024-10-27T16:33:20+13:00'), 3600]]);
    const future = figures([[seconds('2026-07-01T00:00:00+12:00'), 3600]]);

    expect(past.all_time_progress).toEqual([{ label: 'Oct 2024', cumulative_hours: 1 }]);
    expect(future.all_time_progress).toEqual([{ label: 'Jul 2026', cumulative_hours: 1 }]);
  });
});

test('a record of tomorrow counts in the totals, but not in the daily activity', () => {
  const tomorrow = figures([[now + DAY, 7200]]);

  expect(tomorrow.total_hours_watched).toBe(2);
  expect(tomorrow.all_time_progress).toEqual([{ label: 'Apr 2026', cumulative_hours: 2 }]);
  expect(tomorrow.daily_activity.every(({ minutes_watched }) => minutes_watched === 0)).toBe(true);
});
