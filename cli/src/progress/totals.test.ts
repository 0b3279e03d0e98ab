import { expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { daysWith, noHistory } from './testing/any-history.ts';
import { lastDays, nothing, ofKinds } from './testing/any-progress.ts';
import { totals } from './totals.ts';

test.each([
  [1308, 1826, '1,308 hours in 1,826 days'],
  [1, 1, '1 hour in 1 day'],
  [0, 0, '0 hours on your first day'],
])('%d hours after %d days read as "%s"', (hours, days, words) => {
  const progress = { ...nothing, total_hours_watched: hours, days_since_first_episode: days };

  expect(totals(progress, undefined, 80, plainPaint)[0]).toBe(words);
});

test('counts share a line while there is room', () => {
  const progress = {
    ...nothing,
    ...ofKinds({ episode: { watched: 3210 }, movie: { watched: 45 } }),
  };

  expect(totals(progress, undefined, 25, plainPaint)[1]).toBe('  3,210 episodes');
  expect(totals(progress, undefined, 30, plainPaint)[1]).toBe('  3,210 episodes · 45 movies');
});

test.each([
  [
    'the history',
    { ...noHistory, days: daysWith({ '2026-11-01': 20, '2026-11-25': 25.9 }) },
    '45 min',
  ],
  ['the last days', undefined, '40 min'],
])('before the first hour, the minutes of %s count', (_, history, minutes) => {
  const progress = { ...nothing, daily_activity: lastDays(30, 10) };

  expect(totals(progress, history, 80, plainPaint)[0]).toBe(`${minutes} on your first day`);
});
