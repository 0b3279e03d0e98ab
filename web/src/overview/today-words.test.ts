import { describe, expect, test } from 'vitest';
import { daysAfter } from '../days/days.ts';
import { historyDay, noGoal, noHistory, seen } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import type { History } from '../tracker/tracker.ts';
import { streakWords, todayWords } from './today-words.ts';

const formats = createFormats(['en-NZ']);
const { today } = noHistory;

describe('today', () => {
  const goal = { ...noGoal, daily_goal_minutes: 60 };
  const streak = { current_days: 12, current_since: '2026-11-15', longest_days: 40 };
  const history: History = { ...noHistory, goal, streak };

  test.each([
    ['some of the goal', history, 42 * 60 + 59, '18 min to go', undefined],
    [
      'nothing, with a streak',
      history,
      0,
      '60 min to go',
      'Anything you watch keeps your 12 days going.',
    ],
    [
      ...([
        'nothing, with a streak of a day',
        { ...history, streak: { ...streak, current_days: 1 } },
      ] as const),
      ...([0, '60 min to go', 'Anything you watch keeps your streak going.'] as const),
    ],
    [
      ...(['nothing, without a streak', { ...history, streak: noHistory.streak }] as const),
      ...([0, '60 min to go', 'The next thing you watch starts a new streak.'] as const),
    ],
    ['exactly the goal', history, 60 * 60 + 59, 'Goal reached', 'Right on time.'],
    ['more than the goal', history, 74 * 60, 'Goal reached', '14 min more than you planned.'],
    [
      'much more than the goal',
      history,
      189 * 60,
      'Goal reached',
      '2 h 9 min more than you planned.',
    ],
    ['less than a minute', history, 59, '60 min to go', undefined],
    ['something without a goal', noHistory, 42 * 60, '42 min', undefined],
    ['nothing without a goal', noHistory, 0, 'Nothing yet today', undefined],
  ])('with %s', (_, given, seconds, headline, note) => {
    const words = todayWords(given, seconds, formats);

    expect([seen(words.headline), words.note && seen(words.note)]).toEqual([headline, note]);
  });
});

describe('the streak', () => {
  /** A history with a record on these days before today. */
  const watchedDaysAgo = (
    daysAgo: readonly number[],
    streak: [current: number, longest: number],
  ) => ({
    ...noHistory,
    days: daysAgo.toSorted((a, b) => b - a).map((ago) => historyDay(daysAfter(today, -ago))),
    streak: { current_days: streak[0], current_since: null, longest_days: streak[1] },
  });
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);

  test.each([
    ['on the first day', [0], [1, 1], 'Day 1', 'Watch something tomorrow to start a streak.'],
    ['on the day after, with nothing yet', [1], [1, 1], '1 of 2 days', 'longest streak 1'],
    ['of two days', [0, 1], [2, 2], '2 days in a row', 'your longest yet'],
    ['shorter than the longest', range(60), [12, 40], '12 days in a row', 'longest 40'],
    ['that is broken', [4, 5, 6, 7, 8, 9, 10, 11, 13], [0, 8], '9 of 14 days', 'longest streak 8'],
    ['that starts again', [0, 9], [1, 1], '2 of 10 days', 'longest streak 1'],
    // Of 500 days, 365 count: today and the 364 before it, of which the last ten are missing.
    [
      'that is broken after more than a year',
      range(500).slice(10),
      [0, 490],
      '355 of 365 days',
      'longest streak 490',
    ],
  ] as const)('%s', (_, daysAgo, [current, longest], headline, note) => {
    const words = streakWords(watchedDaysAgo(daysAgo, [current, longest]), formats);

    expect([words.headline, words.note]).toEqual([headline, note]);
  });
});
