import { expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import type { History } from './history.ts';
import { streak } from './streak.ts';
import { daysWith, noHistory, TODAY } from './testing/any-history.ts';

const lineOf = (
  current: readonly [days: number, since: string | null],
  longest: number,
  lastDay = TODAY,
) => {
  const [current_days, current_since] = current;
  const history: History = {
    ...{ ...noHistory, days: daysWith({ [lastDay]: 20 }) },
    streak: { current_days, current_since, longest_days: longest },
  };
  return streak(history, 120, plainPaint);
};

test.each([
  [
    'a longer one before',
    [12, '2026-11-14'],
    40,
    '12 days since 14 November 2026 · longest 40 days',
  ],
  ['the longest', [12, '2026-11-14'], 12, '12 days since 14 November 2026 · your longest'],
  ['a second day', [2, '2026-11-24'], 3, '2 days since 24 November 2026 · longest 3 days'],
  ['a new beginning', [1, '2026-11-25'], 2, '1 day · longest 2 days'],
  ['the very first day', [1, '2026-11-25'], 1, '1 day'],
] as const)('a streak with %s', (_, current, longest, words) => {
  expect(lineOf(current, longest)).toEqual([`Streak · ${words}`]);
});

test('a streak that ended yesterday can be kept', () => {
  expect(lineOf([12, '2026-11-13'], 12, '2026-11-24')).toEqual([
    'Streak · 12 days since 13 November 2026 · your longest · watch something today to keep it',
  ]);
});

test.each([
  [40, 'longest 40 days'],
  [1, 'longest 1 day'],
])('a broken streak of %i days', (longest, words) => {
  expect(lineOf([0, null], longest, '2026-11-20')).toEqual([
    `Streak · starts with what you watch next · ${words}`,
  ]);
});

test('without a record there is no line', () => {
  expect(streak(noHistory, 80, plainPaint)).toEqual([]);
});
