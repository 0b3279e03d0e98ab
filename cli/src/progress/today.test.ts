import { describe, expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { lastDays, nothing, ofKinds } from './testing/any-progress.ts';
import { today } from './today.ts';

test('only the kinds that were watched today are counted', () => {
  const progress = {
    ...nothing,
    ...ofKinds({ episode: { watchedToday: 3 }, movie: { watched: 2, watchedToday: 1 } }),
    daily_activity: lastDays(500, 85),
  };

  expect(today(progress, null, 80, plainPaint)).toEqual([
    'Today · 1 h 25 min',
    '  3 episodes · 1 movie',
  ]);
});

test('a day without records says so', () => {
  expect(today(nothing, null, 80, plainPaint)).toEqual(['Today · nothing yet']);
});

test('a movie without a length counts as watched', () => {
  const progress = { ...nothing, movies_watched_today: 1 };

  expect(today(progress, null, 80, plainPaint)).toEqual(['Today', '  1 movie']);
});

const goals = (minutes: number, goal: number, watchedToday = 1) => {
  const watched = { ...nothing, movies_watched_today: watchedToday };
  return today({ ...watched, daily_activity: lastDays(minutes) }, goal, 26, plainPaint);
};

describe('with a daily goal', () => {
  test('today says what is still to do', () => {
    // 18 columns for 42 of 60 minutes: 12.6, rounded down.
    expect(goals(42, 60)).toEqual([
      ...['Today · 42 min of 1 h', '18 min to go'],
      '  ▆▆▆▆▆▆▆▆▆▆▆▆▁▁▁▁▁▁   70%',
      '  1 movie',
    ]);
  });

  test('a day without minutes has all of it to do', () => {
    expect(goals(0, 90, 0)).toEqual([
      ...['Today · nothing yet', '1 h 30 min to go'],
      `  ${'▁'.repeat(18)}    0%`,
    ]);
  });

  test.each([
    [60, 60, 'Today · 1 h', '100%'],
    [61, 60, 'Today · 1 h 1 min', '101%'],
  ])('%i of %i minutes reach it', (minutes, goal, heading, percent) => {
    expect(goals(minutes, goal).slice(0, 3)).toEqual([
      ...[heading, 'goal of 1 h reached'],
      `  ${'▆'.repeat(18)}  ${percent}`,
    ]);
  });
});
