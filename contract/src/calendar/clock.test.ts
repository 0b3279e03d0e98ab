import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockOf } from './clock.ts';
import { seconds } from './testing/seconds.ts';

describe('the moment of a date and time', () => {
  test.each([
    ['in winter', 'Pacific/Auckland', '2026-06-01', '21:10', '2026-06-01T21:10:00+12:00'],
    ['in summer', 'Pacific/Auckland', '2026-12-31', '23:59', '2026-12-31T23:59:00+13:00'],
    ['on a leap day', 'Europe/Berlin', '2028-02-29', '00:00', '2028-02-29T00:00:00+01:00'],
    ['first of two', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T02:30:00+02:00'],
    ['after both', 'Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T03:00:00+01:00'],
    ['before 1970', 'Asia/Kathmandu', '1969-12-31', '05:30', '1969-12-31T05:30:00+05:30'],
  ])('%s', (_, zone, date, time, moment) => {
    expect(clockOf(zone).momentOf({ date, time })).toEqual({
      ...{ moment: seconds(moment), isSkipped: false },
    });
  });

  test.each([
    // The clocks go from 02:00 to 03:00.
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T03:00:00+02:00'],
    // They go from midnight to 01:00.
    ['America/Havana', '2026-03-08', '00:15', '2026-03-08T01:00:00-04:00'],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-31T00:00:00+14:00'],
  ])('%s skipped %s, %s', (zone, date, time, moment) => {
    expect(clockOf(zone).momentOf({ date, time })).toEqual({
      ...{ moment: seconds(moment), isSkipped: true },
    });
  });

  test.each([
    ['', '21:10'],
    ['2026-02-30', '21:10'],
    ['2026-02-03', ''],
    ['2026-02-03', '24:00'],
    ['2026-02-03', '9:00'],
  ])('there is none for "%s" and "%s"', (date, time) => {
    expect(clockOf('Europe/Berlin').momentOf({ date, time })).toBeUndefined();
  });
});

test('clocks show the calendar date, to the minute', () => {
  expect(clockOf('Europe/Berlin').shownAt(seconds('2026-11-26T02:07:59+01:00'))).toEqual({
    ...{ date: '2026-11-26', time: '02:07' },
  });
});

test('what clocks show leads back to its moment, or to the same time before they were put back', () => {
  const zones = ['Pacific/Auckland', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
  const minutes = fc.integer({ min: 0, max: seconds('2030-01-01T00:00Z') / 60 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
      const clock = clockOf(zone);
      const shown = clock.shownAt(minute * 60);
      const found = clock.momentOf(shown);
      const moment = found?.moment ?? Number.NaN;

      expect(found?.isSkipped).toBe(false);
      expect(clock.shownAt(moment)).toEqual(shown);
      expect([0, 30, 60]).toContain(minute - moment / 60);
    }),
  );
});
