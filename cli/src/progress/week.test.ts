import { describe, expect, test } from 'vitest';
import { plainPaint } from '../text/paint.ts';
import { daysUntil, noHistory } from './testing/any-history.ts';
import { lastDays, nothing } from './testing/any-progress.ts';
import { week } from './week.ts';

test('bars are relative to the longest day, and every day with minutes has one', () => {
  // 50 columns: 2 for the indent, 10 for the day, 10 for the time and 4 for gaps leave 24 for the bars.
  const progress = {
    ...nothing,
    weekly_trend_percentage: -30,
    daily_activity: lastDays(600, 300, 0, 1, 75, 0, 0),
  };

  expect(week(progress, undefined, 50, plainPaint)).toEqual([
    'Last seven days · 16 h 16 min',
    '30% less than your average week',
    `  6 days ago        10 h  ${'▆'.repeat(24)}`,
    `  5 days ago         5 h  ${'▆'.repeat(12)}`,
    '  4 days ago       0 min',
    '  3 days ago       1 min  ▆',
    `  2 days ago  1 h 15 min  ${'▆'.repeat(3)}`,
    '  yesterday        0 min',
    '  today            0 min',
  ]);
});

test('the trend is beside the sum if there is room', () => {
  const progress = { ...nothing, days_since_first_episode: 3, daily_activity: lastDays(0, 20) };

  expect(week(progress, undefined, 80, plainPaint)[0]).toBe(
    'Last seven days · 20 min · comparison starts after two weeks',
  );
});

test('a week without records says so', () => {
  expect(week(nothing, undefined, 80, plainPaint).slice(0, 2)).toEqual([
    'Last seven days · nothing yet · comparison starts after two weeks',
    '  6 days ago  0 min',
  ]);
});

test('seconds of several days add up to minutes', () => {
  const progress = { ...nothing, daily_activity: lastDays(9, 9, 9) };
  const days = daysUntil(noHistory.today, 100, 0, 0, 0, 0, 9.5, 9.5, 9.5);

  expect(week(progress, { ...noHistory, days }, 80, plainPaint)[0]).toBe(
    'Last seven days · 28 min · comparison starts after two weeks',
  );
});

describe('if the history says which day it is', () => {
  const labelsAt = (columns: number) =>
    week(
      { ...nothing, daily_activity: lastDays(1, 2, 75, 4, 5, 6, 7) },
      noHistory,
      columns,
      plainPaint,
    )
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trimEnd());

  test('days have dates', () => {
    expect(labelsAt(80).map((line) => line.slice(2, 12).trim())).toEqual([
      ...['Thu 19 Nov', 'Fri 20 Nov', 'Sat 21 Nov', 'Sun 22 Nov', 'Mon 23 Nov'],
      ...['yesterday', 'today'],
    ]);
  });

  test('a narrow terminal has weekdays, and no bars', () => {
    expect(labelsAt(22)).toEqual([
      ...['  Thu         1 min', '  Fri         2 min', '  Sat    1 h 15 min'],
      ...['  Sun         4 min', '  Mon         5 min', '  Tue         6 min'],
      '  today       7 min',
    ]);
  });
});
