import { describe, expect, test } from 'vitest';
import { weeklyTrend } from './trend.ts';

const MINUTE = 60;

describe('weekly trend', () => {
  // 1,400 minutes in 14 days are 700 a week; 400 in 28 days are 100.
  test.each([
    ['as much as in the average week', 14, 700, 1400, 0],
    ['half of it', 14, 350, 1400, -50],
    ['half more', 14, 1050, 1400, 50],
    ['nothing', 14, 0, 1400, -100],
    ['two and a half times as much', 28, 250, 400, 150],
    ['all there is, after 14 days', 14, 60, 60, 100],
  ])('last week: %s', (_, days, lastWeek, total, percent) => {
    expect(weeklyTrend(days, lastWeek * MINUTE, total * MINUTE)).toBe(percent);
  });

  test('the figure is not rounded', () => {
    // 70 minutes in 21 days are 70/3 a week; 30 minutes are 9/7 of that.
    const trend = weeklyTrend(21, 30 * MINUTE, 70 * MINUTE);

    expect(trend).toBeCloseTo(200 / 7, 10);
  });

  test('minutes that are not whole do not count, last week or ever', () => {
    expect(weeklyTrend(14, 7 * MINUTE + 59, 14 * MINUTE + 59)).toBe(0);
    expect(weeklyTrend(14, 59, 14 * MINUTE)).toBe(-100);
  });

  test('there is none below 14 days of history', () => {
    expect(weeklyTrend(13, 700 * MINUTE, 1400 * MINUTE)).toBeNull();
    expect(weeklyTrend(0, 0, 0)).toBeNull();
  });

  test('there is none if nothing has a duration of a minute', () => {
    expect(weeklyTrend(14, 0, 0)).toBeNull();
    expect(weeklyTrend(14, 59, 59)).toBeNull();
    expect(weeklyTrend(14, 0, 60)).toBe(-100);
  });
});
