import { describe, expect, test } from 'vitest';
import { epochSeconds } from '../fields.ts';
import { learnerCalendar } from './calendar.ts';
import type { Period } from './periods.ts';
import { seconds } from './testing/seconds.ts';

const HOUR = 3600;
const AUCKLAND = 'Pacific/Auckland';
const hoursOf = ({ start, end }: Period) => (end - start) / HOUR;

const at = (iso: string, timeZone = AUCKLAND, dayStartsAtHour = 0) =>
  learnerCalendar(Date.parse(iso), { timeZone, dayStartsAtHour });

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

    expect(calendar.today.start).toBe(seconds(start));
    expect(hoursOf(calendar.today)).toBe(hours);
  });

  test('the days before a clock change begin at their own midnight', () => {
    const calendar = at('2026-04-06T12:00:00+12:00');

    expect([0, 1, 2].map((count) => calendar.daysAgo(count).start)).toEqual([
      seconds('2026-04-06T00:00:00+12:00'),
      seconds('2026-04-05T00:00:00+13:00'),
      seconds('2026-04-04T00:00:00+13:00'),
    ]);
  });

  test('the day before New Year’s Day is in the old year', () => {
    const calendar = at('2027-01-01T00:30:00+13:00');

    expect(calendar.today).toMatchObject({
      ...{ date: '2027-01-01', start: seconds('2027-01-01T00:00:00+13:00') },
    });
    expect(calendar.daysAgo(1)).toMatchObject({
      ...{ date: '2026-12-31', start: seconds('2026-12-31T00:00:00+13:00') },
    });
  });

  test('the day before 1 March is 29 February only in a leap year', () => {
    const inLeapYear = at('2028-03-01T12:00:00+13:00');
    const inOtherYear = at('2026-03-01T12:00:00+13:00');

    expect(inLeapYear.daysAgo(1).start).toBe(seconds('2028-02-29T00:00:00+13:00'));
    expect(inOtherYear.daysAgo(1).start).toBe(seconds('2026-02-28T00:00:00+13:00'));
  });

  test.each([
    ['America/Havana', '2026-03-08T12:00:00-04:00', '2026-03-08T01:00:00-04:00', 23],
    ['America/Sao_Paulo', '2018-11-04T12:00:00-02:00', '2018-11-04T01:00:00-02:00', 23],
  ])('in %s, a day without a midnight begins at one', (zone, now, start, hours) => {
    const calendar = at(now, zone);

    expect(calendar.today.start).toBe(seconds(start));
    expect(hoursOf(calendar.today)).toBe(hours);
  });

  test('if midnight comes twice, the day begins with the first', () => {
    const calendar = at('2026-11-01T12:00:00-05:00', 'America/Havana');

    expect(calendar.today.start).toBe(seconds('2026-11-01T00:00:00-04:00'));
    expect(hoursOf(calendar.today)).toBe(25);
  });

  test.each([
    ['Asia/Kolkata', '2026-05-20T12:00:00+05:30', '2026-05-20T00:00:00+05:30', 24],
    ['Asia/Kathmandu', '2026-05-20T12:00:00+05:45', '2026-05-20T00:00:00+05:45', 24],
    ['Australia/Lord_Howe', '2026-04-05T12:00:00+10:30', '2026-04-05T00:00:00+11:00', 24.5],
  ])('in %s, days begin at the zone’s own midnight', (zone, now, start, hours) => {
    const calendar = at(now, zone);

    expect(calendar.today.start).toBe(seconds(start));
    expect(hoursOf(calendar.today)).toBe(hours);
  });

  test.each([0, 4, 23])('a skipped date is a day of length 0 if days begin at %i', (hour) => {
    const calendar = at('2012-01-01T23:30:00+14:00', 'Pacific/Apia', hour);
    const hours = hour * HOUR;

    const [after, skipped, before] = [1, 2, 3].map(calendar.daysAgo);

    expect(before?.start).toBe(seconds('2011-12-29T00:00:00-10:00') + hours);
    expect(before?.end).toBe(seconds('2011-12-31T00:00:00+14:00') + hours);
    expect(skipped).toMatchObject({ date: '2011-12-30', start: before?.end, end: before?.end });
    expect(after?.start).toBe(before?.end);
    expect(calendar.dayAt(after?.start ?? 0)).toBe(after);
  });
});

test.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
  'the first and the last time of a record have dates in %s',
  (timeZone) => {
    const { minValue, maxValue } = epochSeconds();
    const calendar = at('2026-05-20T12:00:00Z', timeZone);

    expect(calendar.dayAt(Number(minValue)).date).toMatch(/^19(69|70)-\d\d-\d\d$/);
    expect(calendar.dayAt(Number(maxValue)).date).toMatch(/^2106-02-\d\d$/);
  },
);

describe('days that begin later than midnight', () => {
  test.each([
    ['just before', '2026-05-20T03:59:59+12:00', '2026-05-19', '2026-05-19T04:00:00+12:00'],
    ['exactly at', '2026-05-20T04:00:00+12:00', '2026-05-20', '2026-05-20T04:00:00+12:00'],
    ['the night after', '2026-05-21T02:00:00+12:00', '2026-05-20', '2026-05-20T04:00:00+12:00'],
  ])('%s the hour, today is the day that began last', (_, now, date, start) => {
    const { today } = at(now, AUCKLAND, 4);

    expect(today).toMatchObject({ date, start: seconds(start), end: seconds(start) + 24 * HOUR });
  });

  // Each of these hours is skipped, or comes twice, on the date.
  test.each([
    ['Pacific/Auckland', 2, '2026-09-27', '2026-09-27T03:00:00+13:00', 23],
    ['Pacific/Auckland', 2, '2026-04-05', '2026-04-05T02:00:00+13:00', 25],
    ['Australia/Lord_Howe', 2, '2026-10-04', '2026-10-04T02:30:00+11:00', 23.5],
    ['Australia/Lord_Howe', 2, '2026-04-05', '2026-04-05T02:00:00+10:30', 24],
    ['America/Sao_Paulo', 23, '2018-02-17', '2018-02-17T23:00:00-02:00', 25],
    ['Asia/Beirut', 0, '2026-03-29', '2026-03-29T01:00:00+03:00', 23],
    ['Africa/Cairo', 0, '2026-04-24', '2026-04-24T01:00:00+03:00', 23],
    ['Africa/Casablanca', 2, '2025-02-23', '2025-02-23T02:00:00+01:00', 25],
    ['Africa/Casablanca', 2, '2025-04-06', '2025-04-06T03:00:00+01:00', 23],
    // In Greenland, the last hour of 30 March 2024 was skipped.
    ['America/Nuuk', 23, '2024-03-30', '2024-03-31T00:00:00-01:00', 23],
  ])('in %s at %i, %s begins with the first moment at or after it', (...of) => {
    const [zone, hour, date, start, hours] = of;
    const day = at('2026-05-20T12:00:00Z', zone, hour).dayOf(date);

    expect(day).toMatchObject({ date, start: seconds(start) });
    expect(day && hoursOf(day)).toBe(hours);
  });

  test('give quarters and years the same start', () => {
    const calendar = at('2026-05-20T12:00:00+12:00', AUCKLAND, 4);
    const start = seconds('2026-01-01T04:00:00+13:00');

    expect(calendar.quarterLabel(calendar.quarterOf(start - 1))).toBe('Oct 2025');
    expect(calendar.quarterLabel(calendar.quarterOf(start))).toBe('Jan 2026');
    expect(calendar.year(2026)).toEqual({ start, end: seconds('2027-01-01T04:00:00+13:00') });
  });
});

describe('a typed date', () => {
  const calendar = at('2026-05-20T12:00:00+12:00');

  test('is the day of that name', () => {
    expect(calendar.dayOf('2026-05-20')).toBe(calendar.today);
    expect(calendar.dayOf('2028-02-29')).toMatchObject({
      ...{ date: '2028-02-29', number: calendar.daysAgo(-650).number },
      ...{ start: seconds('2028-02-29T00:00:00+13:00') },
    });
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-05-20T00:00',
    'today',
    '',
  ])('is refused unless it exists: %s', (date) => {
    expect(calendar.dayOf(date)).toBeUndefined();
  });

  test.each([0, 4, 23])('is refused if the time zone skipped it and days begin at %i', (hour) => {
    const samoa = at('2026-05-20T12:00:00Z', 'Pacific/Apia', hour);

    expect(samoa.dayOf('2011-12-30')).toBeUndefined();
    expect(samoa.dayOf('2011-12-29')?.date).toBe('2011-12-29');
    expect(samoa.dayOf('2011-12-31')?.date).toBe('2011-12-31');
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
