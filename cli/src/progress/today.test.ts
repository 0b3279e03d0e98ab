import { expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { lastDays, nothing, ofKinds } from './testing/any-progress.ts';
import { today } from './today.ts';

test('only the kinds that were watched today are counted', () => {
  const progress = {
    ...nothing,
    ...ofKinds({ episode: { watchedToday: 3 }, movie: { watched: 2, watchedToday: 1 } }),
    daily_activity: lastDays(500, 85),
  };

  expect(today(progress, 80, plainPaint)).toEqual(['Today · 1 h 25 min', '  3 episodes · 1 movie']);
});

test('a day without records says so', () => {
  expect(today(nothing, 80, plainPaint)).toEqual(['Today · nothing yet']);
});

test('a movie without a length counts as watched', () => {
  const progress = { ...nothing, movies_watched_today: 1 };

  expect(today(progress, 80, plainPaint)).toEqual(['Today', '  1 movie']);
});
