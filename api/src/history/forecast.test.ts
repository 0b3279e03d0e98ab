import { dateOf, dayNumberOf } from '@immersion-tracker/contract/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from './forecast.ts';

const days = (count: number, minutes: number) => new Array<number>(count).fill(minutes);

/** Day 1 of a forecast is today. */
const TODAY = dayNumberOf('2026-01-01') ?? 0;

describe('worked by hand:', () => {
  test('28 days of an hour, and 100 hours to go', () => {
    // pace = 60, v7 = v28 = own = 0, k = 0, so V = 0.1 + 2 / 4 = 0.6.
    // early: d x exp(1.2816 x sqrt(0.6)) = 2.6986 d >= 100, so d = 38.
    // late: d x exp(-1.2816 x sqrt(1.2)) = 0.24563 d >= 100, so d = 408.
    expect(forecast(days(28, 60), 6000, TODAY)).toEqual({
      ...{ early: '2026-02-07', likely: '2026-04-10', late: '2027-02-12' },
    });
  });

  test('28 days of half an hour, 28 of an hour and a half, and 110 hours to go', () => {
    // pace = (90 + 4 x 60) / 5 = 66, and m = 60.
    // Of 50 runs of 7 days, 44 differ from m by half, and six by 5, 3 and 1 fourteenths, each twice:
    // v7 = (44 / 4 + 70 / 196) / 50 = 0.2271429.
    // 29 runs of 28 days differ by -14 to 14 twenty-eighths: v28 = 2030 / 784 / 29 = 0.0892857.
    // own = v28 - v7 / 4 = 0.0325, k = 1, so V = 0.1 + 2.0325 / 5 = 0.5065.
    // early: 40 x exp(1.2816 x sqrt(0.0056625 + 0.5065)) = 100.09 is enough; 39 days give 97.6.
    // late: 364 x exp(-1.2816 x sqrt(0.0006238 + 1.013)) = 100.17 is enough; 363 days give 99.89.
    const minutes = [...days(28, 30), ...days(28, 90)];

    expect(forecast(minutes, 6600, TODAY)).toEqual({
      ...{ early: dateOf(TODAY + 39), likely: '2026-04-10', late: dateOf(TODAY + 363) },
    });
  });

  test('what is missing at the pace of a day, which can be reached today', () => {
    expect(forecast(days(28, 60), 60, TODAY)).toMatchObject({
      ...{ early: '2026-01-01', likely: '2026-01-01' },
    });
    expect(forecast(days(28, 60), 61, TODAY)?.likely).toBe('2026-01-02');
  });
});

describe('the forecast is null', () => {
  test('before 28 days of history', () => {
    expect(forecast(days(27, 60), 6000, TODAY)).toBeNull();
  });

  test('after 56 days without a minute', () => {
    expect(forecast([...days(100, 60), ...days(56, 0)], 6000, TODAY)).toBeNull();
    expect(forecast([...days(100, 60), ...days(55, 0)], 6000, TODAY)).not.toBeNull();
    expect(forecast(days(28, 0), 6000, TODAY)).toBeNull();
  });

  test('without a target, or if nothing is missing', () => {
    expect(forecast(days(28, 60), null, TODAY)).toBeNull();
    expect(forecast(days(28, 60), 0, TODAY)).toBeNull();
  });

  test('if the likely date is more than ten years away', () => {
    // Ten years are 3,650 days, and the last of them is 3,649 days from today.
    expect(forecast(days(28, 60), 3650 * 60, TODAY)?.likely).toBe(dateOf(TODAY + 3649));
    expect(forecast(days(28, 60), 3650 * 60 + 1, TODAY)).toBeNull();
  });
});

test('only the late date is missing if it alone is more than ten years away', () => {
  // The late date takes 4.071 times as long as the likely one, as above.
  expect(forecast(days(28, 60), 896 * 60, TODAY)?.late).not.toBeNull();
  expect(forecast(days(28, 60), 897 * 60, TODAY)).toMatchObject({
    ...{ likely: dateOf(TODAY + 896), late: null },
  });
});

describe('properties', () => {
  const minutes = fc.oneof(
    fc.constant(0),
    fc.nat({ max: 600 }),
    fc.double({ min: 0, max: 90, noNaN: true }),
  );
  const history = fc.array(minutes, { minLength: 28, maxLength: 800 });
  const missing = fc.integer({ min: 1, max: 200_000 });
  /** Days from today; a date that is missing is later than all others. */
  const away = (date: string | null | undefined) =>
    date ? (dayNumberOf(date) ?? Number.NaN) - TODAY : Number.POSITIVE_INFINITY;

  test('early is not after likely, and likely not after late', () => {
    fc.assert(
      fc.property(history, missing, (watched, minutesMissing) => {
        const dates = forecast(watched, minutesMissing, TODAY);
        if (dates === null) return;

        expect(away(dates.early)).toBeGreaterThanOrEqual(0);
        expect(away(dates.likely)).toBeGreaterThanOrEqual(away(dates.early));
        expect(away(dates.late)).toBeGreaterThanOrEqual(away(dates.likely));
      }),
    );
  });

  test('a higher target is not reached earlier', () => {
    fc.assert(
      fc.property(history, missing, missing, (watched, one, other) => {
        const nearer = forecast(watched, Math.min(one, other), TODAY);
        const farther = forecast(watched, Math.max(one, other), TODAY);

        for (const name of ['early', 'likely', 'late'] as const) {
          expect(away(farther?.[name])).toBeGreaterThanOrEqual(away(nearer?.[name]));
        }
      }),
    );
  });

  test('the same history gives the same dates, which move with today', () => {
    fc.assert(
      fc.property(history, missing, (watched, minutesMissing) => {
        const dates = forecast(watched, minutesMissing, TODAY);

        expect(forecast([...watched], minutesMissing, TODAY)).toEqual(dates);
        const later = forecast(watched, minutesMissing, TODAY + 1000);
        expect(away(later?.likely)).toBe(away(dates?.likely) + 1000);
      }),
    );
  });
});
