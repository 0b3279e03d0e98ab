import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { calendarDay, firstDay, zoneName } from './calendar.ts';
import { day, FAR_ZONES } from './testing/samples.ts';

const AUCKLAND = 'Pacific/Auckland';
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

const moments = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
/** Time zones whose clocks never change in those years, with their hours ahead of UTC. */
const steadyZones = fc.constantFrom(
  { zone: 'Pacific/Kiritimati', ahead: 14 },
  { zone: 'Pacific/Niue', ahead: -11 },
  { zone: 'Asia/Kolkata', ahead: 5.5 },
  { zone: 'UTC', ahead: 0 },
);
/** Midnight UTC of the date on a clock that is this many hours ahead of UTC. */
const dayAhead = (moment: Date, hours: number) =>
  Math.floor((moment.getTime() + hours * HOUR) / DAY) * DAY;

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('today', () => {
  test.each([
    ['before the day of 25 hours', '2026-04-04T23:59:59.999+13:00', '2026-04-04'],
    ['as the day of 25 hours begins', '2026-04-05T00:00:00+13:00', '2026-04-05'],
    ['as the day of 25 hours ends', '2026-04-05T23:59:59.999+12:00', '2026-04-05'],
    ['after the day of 25 hours', '2026-04-06T00:00:00+12:00', '2026-04-06'],
    ['before the day of 23 hours', '2026-09-26T23:59:59.999+12:00', '2026-09-26'],
    ['as the day of 23 hours begins', '2026-09-27T00:00:00+12:00', '2026-09-27'],
    ['as the day of 23 hours ends', '2026-09-27T23:59:59.999+13:00', '2026-09-27'],
    ['after the day of 23 hours', '2026-09-28T00:00:00+13:00', '2026-09-28'],
    ['as the year ends', '2026-12-31T23:59:59.999+13:00', '2026-12-31'],
    ['as the year begins', '2027-01-01T00:00:00+13:00', '2027-01-01'],
    ['before a leap day', '2028-02-28T23:59:59.999+13:00', '2028-02-28'],
    ['as a leap day begins', '2028-02-29T00:00:00+13:00', '2028-02-29'],
    ['as a leap day ends', '2028-02-29T23:59:59.999+13:00', '2028-02-29'],
    ['after a leap day', '2028-03-01T00:00:00+13:00', '2028-03-01'],
  ])('in Auckland is right %s', (_, moment, date) => {
    const today = calendarDay(new Date(moment), AUCKLAND);

    expect(today).toEqual(day(date));
  });

  test.each([
    ['Pacific/Kiritimati', '2025-12-31T09:59:59.999Z', '2025-12-31'],
    ['Pacific/Kiritimati', '2025-12-31T10:00:00Z', '2026-01-01'],
    ['Pacific/Niue', '2026-01-01T10:59:59.999Z', '2025-12-31'],
    ['Pacific/Niue', '2026-01-01T11:00:00Z', '2026-01-01'],
    ['UTC', '2025-12-31T23:59:59.999Z', '2025-12-31'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01'],
  ])('in %s at %s is %s', (zone, moment, date) => {
    const today = calendarDay(new Date(moment), zone);

    expect(today).toEqual(day(date));
  });

  test.each(FAR_ZONES)('for a person in %s is the tracker’s day', (zone, minutesBehind) => {
    vi.stubEnv('TZ', zone);

    const today = calendarDay(new Date('2026-01-01T12:00:00+13:00'), AUCKLAND);

    expect(today).toEqual(day('2026-01-01'));
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutesBehind);
  });

  test('in a zone whose clocks never change is UTC plus its offset', () => {
    fc.assert(
      fc.property(moments, steadyZones, (moment, { zone, ahead }) => {
        const today = calendarDay(moment, zone);

        expect(today.getTime()).toBe(dayAhead(moment, ahead));
      }),
    );
  });

  test('in Auckland is 12 or 13 hours ahead of UTC', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const today = calendarDay(moment, AUCKLAND);

        expect([dayAhead(moment, 12), dayAhead(moment, 13)]).toContain(today.getTime());
      }),
    );
  });
});

describe('days before today', () => {
  test.each([
    ['the day of 25 hours', '2026-04-06T00:00:00+12:00', 1, '2026-04-05'],
    ['the day before that of 25 hours', '2026-04-06T00:00:00+12:00', 2, '2026-04-04'],
    ['the day before, late on that of 25 hours', '2026-04-05T23:59:59+12:00', 1, '2026-04-04'],
    ['the day of 23 hours', '2026-09-28T00:00:00+13:00', 1, '2026-09-27'],
    ['the day before that of 23 hours', '2026-09-28T00:00:00+13:00', 2, '2026-09-26'],
    ['New Year’s Eve', '2027-01-01T00:30:00+13:00', 1, '2026-12-31'],
    ['six days ago in the old year', '2027-01-01T00:30:00+13:00', 6, '2026-12-26'],
    ['a leap day', '2028-03-01T00:30:00+13:00', 1, '2028-02-29'],
    ['28 February of an ordinary year', '2026-03-01T00:30:00+13:00', 1, '2026-02-28'],
    ['28 February of 2100, which is not a leap year', '2100-03-01T00:30:00+13:00', 1, '2100-02-28'],
  ])('in Auckland reach %s', (_, moment, daysBefore, date) => {
    const reached = calendarDay(new Date(moment), AUCKLAND, daysBefore);

    expect(reached).toEqual(day(date));
  });

  test('make a week of seven consecutive days, even when clocks change', () => {
    const nearChanges = fc
      .record({
        change: fc.constantFrom('2026-04-04T14:00:00Z', '2026-09-26T14:00:00Z'),
        hours: fc.integer({ min: -24, max: 8 * 24 }),
      })
      .map(({ change, hours }) => new Date(Date.parse(change) + hours * HOUR));

    fc.assert(
      fc.property(fc.oneof(moments, nearChanges), (moment) => {
        const today = calendarDay(moment, AUCKLAND).getTime();

        const week = [6, 5, 4, 3, 2, 1, 0].map((ago) => calendarDay(moment, AUCKLAND, ago));

        expect(week.map((date) => (today - date.getTime()) / DAY)).toEqual([6, 5, 4, 3, 2, 1, 0]);
      }),
    );
  });
});

describe('the first day', () => {
  test.each([
    ['is today before a whole day has passed', '2026-05-20T12:00:00+12:00', 0, '2026-05-20'],
    ['is 120 days back, across a clock change', '2026-05-20T12:00:00+12:00', 120, '2026-01-20'],
    ['is a leap day', '2029-02-28T12:00:00+13:00', 365, '2028-02-29'],
    ['is a year and a leap day back', '2029-02-28T12:00:00+13:00', 366, '2028-02-28'],
    ['is in the old year', '2027-01-01T00:30:00+13:00', 1, '2026-12-31'],
    ['is still today 24 of 25 hours ago', '2026-04-05T23:30:00+12:00', 1, '2026-04-05'],
    ['skips the day of 23 hours, 24 hours ago', '2026-09-28T00:30:00+13:00', 1, '2026-09-26'],
  ])('in Auckland %s', (_, moment, daysSince, date) => {
    const first = firstDay(new Date(moment), AUCKLAND, daysSince);

    expect(first).toEqual(day(date));
  });

  test('is the day of the first record or the day after, if clocks never change', () => {
    const lengths = fc.integer({ min: 0, max: 30 * 365 * DAY });

    fc.assert(
      fc.property(moments, lengths, steadyZones, (watched, length, { zone }) => {
        const now = new Date(watched.getTime() + length);

        const first = firstDay(now, zone, Math.floor(length / DAY));

        const late = first.getTime() - calendarDay(watched, zone).getTime();
        expect([0, DAY]).toContain(late);
      }),
    );
  });
});

test.each([
  ['Pacific/Auckland', 'Pacific/Auckland'],
  ['America/New_York', 'America/New York'],
  ['America/North_Dakota/New_Salem', 'America/North Dakota/New Salem'],
  ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ['UTC', 'UTC'],
])('the time zone %s is shown as %s', (timeZone, name) => {
  expect(zoneName(timeZone)).toBe(name);
});
