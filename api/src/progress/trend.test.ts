import { describe, expect, test } from 'vitest';
import { weeklyTrend } from './trend.ts';

const MINUTE = 60;

describe('weekly trend', () => {
  // 1,400 minutes in 14 days are 700 a week, and 400 in 28 days are 100 a week.
  test.each([
    ['as much as the average week', 14, 700, 1400, 0],
    ['half as much', 14, 350, 1400, -50],
    ['half more', 14, 1050, 1400, 50],
    ['nothing', 14, 0, 1400, -100],
    ['two and a half times as much', 28, 250, 400, 150],
    ['everything, after 14 days', 14, 60, 60, 100],
  ])('for a week with %s', (_, days, lastWeek, total, percent) => {
    expect(weeklyTrend(days, lastWeek * MINUTE, total * MINUTE)).toBe(percent);
  });

  test('is not rounded', () => {
    // 70 minutes in 21 days are 70/3 a week; 30 minutes are 9/7 of that.
    const trend = weeklyTrend(21, 30 * MINUTE, 70 * MINUTE);

    expect(trend).toBeCloseTo(200 / 7, 10);
  });

  test('ignores fractions of minutes, in the last week and in the total', () => {
    expect(weeklyTrend(14, 7 * MINUTE + 59, 14 * MINUTE + 59)).toBe(0);
    expect(weeklyTrend(14, 59, 14 * MINUTE)).toBe(-100);
  });

  test('is null before 14 days of history', () => {
    expect(weeklyTrend(13, 700 * MINUTE, 1400 * MINUTE)).toBeNull();
    expect(weeklyTrend(0, 0, 0)).toBeNull();
  });

  test('is null if the total is less than a minute', () => {
    expect(weeklyTrend(14, 0, 0)).toBeNull();
    expect(weeklyTrend(14, 59, 59)).toBeNull();
    expect(weeklyTrend(14, 0, 60)).toBe(-100);
  });
});
