import { describe, expect, test } from 'vitest';
import { minutesUntilYesterday, pace } from './pace.ts';

const days = (count: number, minutes: number) => new Array<number>(count).fill(minutes);

describe('the pace', () => {
  test('averages the last 4, 8, 16, 32 and 52 weeks', () => {
    // 400 days, of which the last 28 had 100 minutes each. So the averages are
    // 100, 50, 25, 12.5 and 2,800 / 364 = 7.692307...
    const minutes = [...days(372, 0), ...days(28, 100)];

    expect(pace(minutes)).toBeCloseTo((100 + 50 + 25 + 12.5 + 100 / 13) / 5, 10);
  });

  test('takes the whole history if it is shorter', () => {
    // The last 28 days have 90 minutes each, and all 56 have 60.
    expect(pace([...days(28, 30), ...days(28, 90)])).toBe((90 + 60 + 60 + 60 + 60) / 5);
  });

  test('is null with less than 28 days of history', () => {
    expect(pace(days(27, 60))).toBeNull();
    expect(pace(days(28, 60))).toBe(60);
  });
});

describe('minutes until yesterday', () => {
  test('begin with the first day that has a record, and include days without one', () => {
    const watched = [
      { number: 100, seconds: 0 },
      { number: 101, seconds: 90 },
      { number: 103, seconds: 3600 },
      { number: 105, seconds: 60 },
      { number: 106, seconds: 60 },
    ];

    expect(minutesUntilYesterday(watched, 105)).toEqual([0, 1.5, 0, 60, 0]);
  });

  test.each([
    ['without records', []],
    ['if the first record is of today', [{ number: 105, seconds: 60 }]],
    ['if the first record is of tomorrow', [{ number: 106, seconds: 60 }]],
  ])('are empty %s', (_, watched) => {
    expect(minutesUntilYesterday(watched, 105)).toEqual([]);
  });
});
