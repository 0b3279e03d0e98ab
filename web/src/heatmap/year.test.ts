import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysAfter, weekdayOf } from '../days/days.ts';
import { historyDay } from '../days/testing/samples.ts';
import { countedOf, dayByKey, monthsOf, spanOf, sumsOf, weeksOf } from './year.ts';

const dates = fc.integer({ min: 0, max: 30_000 }).map((number) => daysAfter('1970-01-01', number));
const spans = fc
  .oneof(fc.constant('months' as const), fc.integer({ min: 1970, max: 2100 }))
  .chain((range) => dates.map((today) => spanOf(range, today)));

describe('the days shown', () => {
  test.each([
    ['months', '2026-11-27', '2025-11-28', '2026-11-27'],
    ['months', '2024-02-29', '2023-03-02', '2024-02-29'],
    [2025, '2026-11-27', '2025-01-01', '2025-12-31'],
  ] as const)('for %s on %s are from %s to %s', (range, today, first, last) => {
    expect(spanOf(range, today)).toEqual({ first, last });
  });

  test('count neither before the first record nor after today', () => {
    const year = { first: '2026-01-01', last: '2026-12-31' };

    expect(countedOf(year, '2026-03-29', '2026-11-27')).toEqual({
      first: '2026-03-29',
      last: '2026-11-27',
    });
    expect(countedOf(year, '2020-01-01', '2027-01-01')).toEqual(year);
  });
});

describe('weeks', () => {
  test.each([
    [2026, 53, 'Thursday'],
    [2024, 53, 'Monday'],
    // A leap year that begins on a Sunday and ends on a Monday.
    [2012, 54, 'Sunday'],
  ])('of %i are %i, since it begins on a %s', (year, count) => {
    const weeks = weeksOf(spanOf(year, '2026-11-27'));

    expect(weeks).toHaveLength(count);
  });

  test('have every day once, in order, each on its weekday', () => {
    fc.assert(
      fc.property(spans, (span) => {
        const weeks = weeksOf(span);
        const days = weeks.flat().filter((date) => date !== undefined);

        expect([days[0], days.at(-1)]).toEqual([span.first, span.last]);
        expect(days).toHaveLength(dayNumber(span.last) - dayNumber(span.first) + 1);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          for (const [weekday, date] of week.entries()) {
            if (date !== undefined) expect(weekdayOf(date)).toBe(weekday);
          }
        }
      }),
    );
  });

  test('are below the month that begins in them', () => {
    const labels = monthsOf(weeksOf({ first: '2025-11-28', last: '2026-01-04' }));

    // 28 November is a Friday, and 1 December a Monday.
    expect(labels).toEqual([
      { date: undefined, weeks: 1 },
      { date: '2025-12-01', weeks: 4 },
      { date: '2026-01-01', weeks: 1 },
    ]);
  });

  test('in which no month begins are named after their first day if there is room', () => {
    expect(monthsOf(weeksOf({ first: '2026-11-03', last: '2026-11-22' }))).toEqual([
      { date: '2026-11-03', weeks: 3 },
    ]);
  });
});

describe('a key', () => {
  const span = { first: '2024-01-10', last: '2024-04-10' };
  test.each([
    ['ArrowUp', '2024-03-01', '2024-02-29'],
    ['ArrowDown', '2024-02-29', '2024-03-01'],
    ['ArrowLeft', '2024-03-07', '2024-02-29'],
    ['ArrowRight', '2024-02-29', '2024-03-07'],
    ['PageUp', '2024-03-31', '2024-02-29'],
    ['PageDown', '2024-01-31', '2024-02-29'],
    ['PageDown', '2024-02-10', '2024-03-10'],
    ['Home', '2024-03-07', '2024-01-10'],
    ['End', '2024-03-07', '2024-04-10'],
    ['ArrowUp', '2024-01-10', '2024-01-10'],
    ['ArrowRight', '2024-04-08', '2024-04-08'],
    ['PageUp', '2024-02-05', '2024-01-10'],
    ['PageDown', '2024-03-20', '2024-04-10'],
  ])('%s leads from %s to %s', (key, from, to) => {
    expect(dayByKey(key, from, span)).toBe(to);
  });

  test('leads from December to January and back', () => {
    const turn = { first: '2025-01-01', last: '2026-12-31' };

    expect(dayByKey('PageDown', '2025-12-31', turn)).toBe('2026-01-31');
    expect(dayByKey('PageUp', '2026-01-31', turn)).toBe('2025-12-31');
  });

  test('of another kind leads nowhere', () => {
    expect(dayByKey('a', '2024-03-07', span)).toBeUndefined();
  });

  test('never leads out of the days shown', () => {
    const keys = fc.constantFrom(
      ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'],
    );
    fc.assert(
      fc.property(spans, fc.nat(), fc.array(keys, { maxLength: 30 }), (within, nth, pressed) => {
        const start = daysAfter(within.first, nth % 365);
        const end = pressed.reduce((date, key) => dayByKey(key, date, within) ?? '', start);

        expect(end >= within.first && end <= within.last).toBe(true);
      }),
    );
  });
});

test('the sums are of the days that count', () => {
  const days = [
    historyDay('2023-12-31', { episode_seconds: 1000 }),
    historyDay('2024-01-01', { episode_seconds: 60, movie_seconds: 40 }),
    historyDay('2024-12-31', { spotify_episode_seconds: 7 }),
    historyDay('2025-01-01', { episode_seconds: 1000 }),
  ];

  expect(sumsOf(days, { first: '2024-01-01', last: '2024-12-31' })).toEqual({
    ...{ seconds: 107, watched: 2, days: 366 },
  });
});
