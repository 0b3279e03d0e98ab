import type { HistoryDay } from '@immersion-tracker/contract';
import { describe, expect, test } from 'vitest';
import { plainPaint } from '../../text/paint.ts';
import { daysUntil, daysWith, noGoal, noHistory, TODAY } from '../testing/any-history.ts';
import { heatmap } from './heatmap.ts';

const mapOf = (days: HistoryDay[], columns = 80, dailyGoal: number | null = 60) => {
  const goal = { ...noGoal, daily_goal_minutes: dailyGoal };
  return heatmap({ ...noHistory, days, goal }, columns, plainPaint);
};

// Thursday of the first week, Monday of the second, Tuesday and Saturday of the third, and today, a Wednesday.
const fourWeeks = daysWith({
  ...{ '2026-11-05': 60, '2026-11-09': 19, '2026-11-17': 20, '2026-11-21': 59, '2026-11-25': 0 },
});

test('has a row for each weekday and a column for each week since the first record', () => {
  expect(mapOf(fourWeeks)).toEqual([
    'Last 4 weeks · 2 h 38 min on 5 days',
    '      Nov',
    '  Mon   ░░· ·',
    '  Tue   · ▒▒·',
    '  Wed   · · ░░',
    '  Thu ██· ·',
    '  Fri · · ·',
    '  Sat · · ▓▓',
    '  Sun · · ·',
    '  · nothing  ░ under 20 min  ▒ from 20 min  ▓ from 40 min  █ your goal of 1 h',
  ]);
});

test('has half a year on 80 columns, in wide cells, and on 50 in narrow ones', () => {
  const days = daysUntil(TODAY, ...Array<number>(400).fill(60));

  // From Monday, 1 June, to today.
  expect(mapOf(days, 80).slice(0, 3)).toEqual([
    'Last 26 weeks · 178 h on 178 days',
    '      Jun     Jul     Aug       Sep     Oct     Nov',
    `  Mon ${'█'.repeat(52)}`,
  ]);
  expect(mapOf(days, 50).slice(0, 4)).toEqual([
    'Last 26 weeks · 178 h on 178 days',
    '      Jun Jul Aug  Sep Oct Nov',
    `  Mon ${'█'.repeat(26)}`,
    `  Tue ${'█'.repeat(26)}`,
  ]);
});

test('has fewer weeks on a narrower terminal', () => {
  const days = daysUntil(TODAY, ...Array<number>(400).fill(60));

  // From Monday, 24 August, to today: August has no room beside September.
  expect(mapOf(days, 20).slice(0, 6)).toEqual([
    'Last 14 weeks',
    '94 h on 94 days',
    '       Sep Oct Nov',
    `  Mon ${'█'.repeat(14)}`,
    `  Tue ${'█'.repeat(14)}`,
    `  Wed ${'█'.repeat(14)}`,
  ]);
});

test('on one day, says so', () => {
  expect(mapOf(daysWith({ '2026-11-16': 60 }))[0]).toBe('Last 2 weeks · 1 h on 1 day');
});

test.each([
  ['before the first record', {}],
  ['in the first week', { '2026-11-23': 60, '2026-11-24': 60 }],
  ['after half a year without a record', { '2026-05-31': 60 }],
])('is left out %s', (_, minutes) => {
  expect(mapOf(daysWith(minutes))).toEqual([]);
});

describe('the legend', () => {
  const legendOf = (days: HistoryDay[], dailyGoal: number | null) =>
    mapOf(days, 80, dailyGoal).at(-1)?.trim().split('  ');

  test('rounds thirds of the daily goal up', () => {
    expect(legendOf(fourWeeks, 50)).toEqual([
      ...['· nothing', '░ under 17 min', '▒ from 17 min', '▓ from 34 min', '█ your goal of 50 min'],
    ]);
  });

  test('leaves out thirds of a goal that has none', () => {
    expect(legendOf(fourWeeks, 1)).toEqual(['· nothing', '░ under 1 min', '█ your goal of 1 min']);
  });

  test('has round minutes without a goal, the last of which about every fourth day reaches', () => {
    const eight = daysUntil(TODAY, 90, 10, 20, 30, 40, 50, 100, 60);

    // The seventh of the eight sorted days has 90 minutes, which are three times 30.
    expect(legendOf(eight, null)).toEqual([
      ...['· nothing', '░ under 30 min', '▒ from 30 min', '▓ from 1 h', '█ from 1 h 30 min'],
    ]);
  });
});
