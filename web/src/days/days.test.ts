import { describe, expect, test } from 'vitest';
import {
  daysAfter,
  daysBetween,
  heatLevel,
  secondsByKind,
  totalSeconds,
  weekdayOf,
  yearsOf,
} from './days.ts';
import { historyDay } from './testing/samples.ts';

test.each([
  ['1969-12-29', 0],
  ['1970-01-01', 3],
  ['2026-11-27', 4],
  ['2026-11-29', 6],
])('%s is weekday %i, counted from Monday', (date, weekday) => {
  expect(weekdayOf(date)).toBe(weekday);
});

test('dates are counted across months and leap days', () => {
  expect([daysAfter('2024-02-28', 1), daysAfter('2026-01-01', -1)]).toEqual([
    '2024-02-29',
    '2025-12-31',
  ]);
});

test('days are summed up by kind', () => {
  const days = [
    historyDay('2026-11-25', { episode_seconds: 60, episode_records: 1 }),
    historyDay('2026-11-26', { episode_seconds: 30, episode_records: 2, movie_seconds: 5 }),
  ];

  expect(secondsByKind(days)).toMatchObject({ episode: 90, movie: 5, youtube_video: 0 });
  expect(totalSeconds(days)).toBe(95);
  expect(daysBetween(days, '2026-11-26', '2026-11-30')).toEqual([days[1]]);
});

describe('the colour of a day', () => {
  test.each([
    ['half a minute less than half the goal', 29.5 * 60, 60, 1],
    ['half the goal', 30 * 60, 60, 2],
    ['a second less than the goal', 60 * 60 - 1, 60, 2],
    ['the goal', 60 * 60, 60, 3],
    ['twice the goal', 120 * 60, 60, 4],
    ['an hour without a goal', 60 * 60, null, 3],
    ['a record without a length', 0, 60, 1],
    ['half of an odd goal', 22 * 60, 45, 1],
  ])('with %s', (_, seconds, goal, level) => {
    const day = historyDay('2026-11-27', { youtube_video_seconds: seconds });

    expect(heatLevel(day, goal)).toBe(level);
  });

  test('without a record', () => {
    expect(heatLevel(undefined, 60)).toBe(0);
  });
});

test('the years with a record come the latest first', () => {
  const days = ['2023-12-31', '2026-01-01', '2026-07-01'].map((date) => historyDay(date));

  expect(yearsOf(days)).toEqual([2026, 2023]);
  expect(yearsOf([])).toEqual([]);
});
