import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTimeZone } from '../settings.ts';
import { localCalendar } from './calendar.ts';
import { seconds } from './testing/rows.ts';

const HOUR = 3600;
const AUCKLAND = 'Pacific/Auckland';
const QUARTERS = [
  'Jan',
  'Jan',
  'Jan',
  'Apr',
  'Apr',
  'Apr',
  'Jul',
  'Jul',
  'Jul',
  'Oct',
  'Oct',
  'Oct',
];

const at = (iso: string, timeZone = AUCKLAND) => localCalendar(Date.parse(iso), timeZone);

describe('days', () => {
  test.each([
    ['an ordinary day', '2026-05-20T12:00:00+12:00', '2026-05-20T00:00:00+12:00', 24],
    ['the day summer time ends', '2026-04-05T12:00:00+12:00', '2026-04-05T00:00:00+13:00', 25],
    ['the day summer time begins', '2026-09-27T12:00:00+13:00', '2026-09-27T00:00:00+12:00', 23],
    ['the first second of a day', '2026-04-05T00:00:00+13:00', '2026-04-05T00:00:00+13:00', 25],
    ['the last second of a day', '2026-04-05T23:59:59+12:00', '2026-04-05T00:00:00+13:00', 25],
    ['a leap day', '2028-02-29T09:00:00+13:00', '2028-02-29T00:00:00+13:00', 24],
  ])('in Auckland, %s begins and ends at midnight', (_, now, start, hours) => {
    const calendar = at(now);

    expect(calendar.dayStart(0)).toBe(seconds(start));
    expect(calendar.dayStart(-1) - calendar.dayStart(0)).toBe(hours * HOUR);
  });

  test('the days before a clock change begin at their own midnight', () => {
    const calendar = at('2026-04-06T12:00:00+12:00');

    expect([0, 1, 2].map(calendar.dayStart)).toEqual([
      seconds('2026-04-06T00:00:00+12:00'),
      seconds('2026-04-05T00:00:00+13:00'),
      seconds('2026-04-04T00:00:00+13:00'),
    ]);
  });

  test('the day before New Year’s Day is in the old year', () => {
    const calendar = at('2027-01-01T00:30:00+13:00');

    expect(calendar.dayStart(0)).toBe(seconds('2027-01-01T00:00:00+13:00'));
    expect(calendar.dayStart(1)).toBe(seconds('2026-12-31T00:00:00+13:00'));
  });

  test('the day before 1 March is 29 February only in a leap year', () => {
    const inLeapYear = at('2028-03-01T12:00:00+13:00');
    const inOtherYear = at('2026-03-01T12:00:00+13:00');

    expect(inLeapYear.dayStart(1)).toBe(seconds('2028-02-29T00:00:00+13:00'));
    expect(inOtherYear.dayStart(1)).toBe(seconds('2026-02-28T00:00:00+13:00'));
  });

  test.each([
    ['America/Havana', '2026-03-08T12:00:00-04:00', '2026-03-08T01:00:00-04:00', 23],
    ['America/Sao_Paulo', '2018-11-04T12:00:00-02:00', '2018-11-04T01:00:00-02:00', 23],
  ])('in %s, a day without a midnight begins at one', (zone, now, start, hours) => {
    const calendar = at(now, zone);

    expect(calendar.dayStart(0)).toBe(seconds(start));
    expect(calendar.dayStart(-1) - calendar.dayStart(0)).toBe(hours * HOUR);
  });

  test('if midnight comes twice, the day begins with the first', () => {
    const calendar = at('2026-11-01T12:00:00-05:00', 'America/Havana');

    expect(calendar.dayStart(0)).toBe(seconds('2026-11-01T00:00:00-04:00'));
    expect(calendar.dayStart(-1) - calendar.dayStart(0)).toBe(25 * HOUR);
  });

  test.each([
    ['Asia/Kolkata', '2026-05-20T12:00:00+05:30', '2026-05-20T00:00:00+05:30', 24],
    ['Asia/Kathmandu', '2026-05-20T12:00:00+05:45', '2026-05-20T00:00:00+05:45', 24],
    ['Australia/Lord_Howe', '2026-04-05T12:00:00+10:30', '2026-04-05T00:00:00+11:00', 24.5],
  ])('in %s, days begin at the zone’s own midnight', (zone, now, start, hours) => {
    const calendar = at(now, zone);

    expect(calendar.dayStart(0)).toBe(seconds(start));
    expect(calendar.dayStart(-1) - calendar.dayStart(0)).toBe(hours * HOUR);
  });

  test('a day that the zone skipped has a length of 0', () => {
    const calendar = at('2011-12-31T12:00:00+14:00', 'Pacific/Apia');

    expect(calendar.dayStart(0)).toBe(seconds('2011-12-31T00:00:00+14:00'));
    expect(calendar.dayStart(1)).toBe(calendar.dayStart(0));
    expect(calendar.dayStart(2)).toBe(seconds('2011-12-29T00:00:00-10:00'));
  });
});

describe('quarters', () => {
  test.each([
    ['2025-12-31T23:59:59+13:00', 'Oct 2025'],
    ['2026-01-01T00:00:00+13:00', 'Jan 2026'],
    ['2026-03-31T23:59:59+13:00', 'Jan 2026'],
    ['2026-04-01T00:00:00+13:00', 'Apr 2026'],
    ['2026-06-30T23:59:59+12:00', 'Apr 2026'],
    ['2026-07-01T00:00:00+12:00', 'Jul 2026'],
    ['2026-09-30T23:59:59+13:00', 'Jul 2026'],
    ['2026-10-01T00:00:00+13:00', 'Oct 2026'],
    ['1970-01-01T12:00:00+12:00', 'Jan 1970'],
  ])('in Auckland, %s is in the quarter that begins in %s', (moment, label) => {
    const calendar = at('2026-05-20T12:00:00+12:00');

    expect(calendar.quarterLabel(calendar.quarterOf(seconds(moment)))).toBe(label);
  });

  test('a quarter whose first midnight does not exist begins at one', () => {
    const calendar = at('2018-01-01T12:00:00-03:00', 'America/Asuncion');
    const start = seconds('2017-10-01T01:00:00-03:00');

    expect(calendar.quarterLabel(calendar.quarterOf(start - 1))).toBe('Jul 2017');
    expect(calendar.quarterLabel(calendar.quarterOf(start))).toBe('Oct 2017');
  });

  test('quarters have consecutive numbers, even across years', () => {
    const calendar = at('2026-05-20T12:00:00+12:00');
    const months = ['2025-11', '2026-02', '2026-05', '2026-08', '2026-11', '2027-02'];

    const quarters = months.map((month) => calendar.quarterOf(seconds(`${month}-15T12:00:00Z`)));

    const [first = Number.NaN] = quarters;
    expect(quarters).toEqual([0, 1, 2, 3, 4, 5].map((later) => first + later));
    expect(quarters.map(calendar.quarterLabel)).toEqual([
      ...['Oct 2025', 'Jan 2026', 'Apr 2026', 'Jul 2026', 'Oct 2026', 'Jan 2027'],
    ]);
  });
});

describe('properties', () => {
  const zone = fc.constantFrom(
    ...[AUCKLAND, 'UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
    ...['America/Havana', 'America/Asuncion', 'America/New_York', 'Africa/Casablanca'],
  );
  const moment = fc.integer({
    min: seconds('2012-01-01T00:00:00Z'),
    max: seconds('2100-01-01T00:00:00Z'),
  });

  test('each day is 23 to 25 hours long, and today includes now', () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 0, max: 999 }), (timeZone, second, ms) => {
        const calendar = localCalendar(second * 1000 + ms, timeZone);

        expect(calendar.dayStart(0)).toBeLessThanOrEqual(second);
        expect(calendar.dayStart(-1)).toBeGreaterThan(second);
        for (let daysAgo = 0; daysAgo <= 7; daysAgo += 1) {
          const hours = (calendar.dayStart(daysAgo - 1) - calendar.dayStart(daysAgo)) / HOUR;
          expect(hours).toBeGreaterThanOrEqual(23);
          expect(hours).toBeLessThanOrEqual(25);
        }
      }),
    );
  });

  test('each moment is in the quarter of its local date, in any order', () => {
    fc.assert(
      fc.property(zone, fc.array(moment, { minLength: 1 }), (timeZone, moments) => {
        const calendar = localCalendar(Date.parse('2026-05-20T00:00:00Z'), timeZone);
        const shown = new Intl.DateTimeFormat('en', {
          ...{ timeZone, year: 'numeric', month: 'numeric' },
        });

        for (const second of moments) {
          const parts = shown.formatToParts(second * 1000);
          const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
          expect(calendar.quarterLabel(calendar.quarterOf(second))).toBe(
            `${QUARTERS[part('month') - 1]} ${part('year')}`,
          );
        }
      }),
    );
  });
});

describe('a time zone is accepted exactly if the calendar supports it:', () => {
  /** Two letters and T. `Intl` accepts some of these old names in addition to those it lists. */
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const short = letters.flatMap((first) => letters.map((second) => `${first}${second}T`));

  function isSupported(timeZone: string): boolean {
    try {
      return Number.isFinite(at('2026-05-20T12:00:00Z', timeZone).dayStart(0));
    } catch {
      return false;
    }
  }

  test.each([
    ['all that Intl lists', Intl.supportedValuesOf('timeZone'), 400],
    ['old three-letter names', short, 6],
    [
      'offsets and unusual names',
      ['UTC', 'GMT', '+05:30', 'Z', 'Etc/GMT+5', 'Japan', 'jst', 'PST8PDT', ''],
      6,
    ],
  ])('%s', (_, names, atLeast) => {
    const taken = names.filter(isTimeZone);

    expect(taken).toEqual(names.filter(isSupported));
    expect(taken.length).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(['JST', 'PST', 'IST', 'BST', 'CST', 'AST'])('%s is refused', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
