import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DaySettings, learnerCalendar } from './calendar.ts';
import { seconds } from './testing/seconds.ts';
import { wallClock, wallClockDays } from './testing/wall-clock-days.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Dates near which the clocks change, or the year ends. */
const WATCHED_DATES = {
  'Pacific/Auckland': ['2026-04-05', '2026-09-27', '2026-12-31'],
  'America/Sao_Paulo': ['2018-02-18', '2018-11-04', '2018-12-31'],
  'Asia/Kathmandu': ['1985-12-31', '2026-12-31'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04', '2026-12-31'],
  'Africa/Casablanca': ['2025-02-23', '2025-04-06', '2025-12-31'],
  'Asia/Beirut': ['2026-03-29', '2026-10-25', '2026-12-31'],
  'Pacific/Apia': ['2011-09-24', '2011-12-30', '2012-04-01'],
  'America/Nuuk': ['2024-03-30', '2024-10-26', '2024-12-31'],
};

describe('days agree with a clock that is watched step by step', () => {
  interface Watched extends DaySettings {
    readonly from: number;
    readonly to: number;
    readonly stepMinutes: number;
  }

  /** The steps whose first or last second is in another day of the calendar. */
  function disagreements(watched: Watched) {
    const calendar = learnerCalendar(watched.to * 1000, watched);
    const lastSecond = watched.stepMinutes * 60 - 1;
    const steps = wallClockDays(watched);
    expect(steps.length).toBe((watched.to - watched.from) / (watched.stepMinutes * 60));
    return steps.filter(({ timestamp, date }) =>
      [timestamp, timestamp + lastSecond].some((second) => calendar.dayAt(second).date !== date),
    );
  }

  const cases = Object.entries(WATCHED_DATES).flatMap(([timeZone, dates]) =>
    [0, 4, 23].map((dayStartsAtHour) => ({ timeZone, dayStartsAtHour, dates })),
  );

  test.each(cases)('in $timeZone, from $dayStartsAtHour', ({ dates, ...settings }) => {
    for (const date of dates) {
      const noon = seconds(`${date}T12:00:00Z`);
      const watched = { ...settings, from: noon - 3 * DAY, to: noon + 3 * DAY };

      // The clocks of these zones change at a quarter of an hour.
      expect(disagreements({ ...watched, stepMinutes: 15 })).toEqual([]);
    }
  });

  test('in each minute of a month, on Lord Howe Island, where clocks change by half an hour', () => {
    const [from, to] = [seconds('2026-10-01T00:00:00Z'), seconds('2026-11-01T00:00:00Z')];
    const days = { timeZone: 'Australia/Lord_Howe', dayStartsAtHour: 4 };

    expect(disagreements({ ...days, from, to, stepMinutes: 1 })).toEqual([]);
  });
});

describe('every second is in exactly one day', () => {
  const zone = fc.constantFrom(
    ...['Pacific/Auckland', 'UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
    ...['America/Havana', 'America/Asuncion', 'America/New_York', 'Africa/Casablanca'],
  );
  const moment = fc.integer({
    min: seconds('2012-01-01T00:00:00Z'),
    max: seconds('2100-01-01T00:00:00Z'),
  });
  const hour = fc.nat({ max: 23 });

  test('of 23 to 25 hours, which is named after the date on which it begins', () => {
    fc.assert(
      fc.property(zone, hour, moment, (timeZone, dayStartsAtHour, second) => {
        const calendar = learnerCalendar(second * 1000, { timeZone, dayStartsAtHour });
        const day = calendar.dayAt(second);

        expect(day.start).toBeLessThanOrEqual(second);
        expect(day.end).toBeGreaterThan(second);
        expect([day.start, day.end - 1].map(calendar.dayAt)).toEqual([day, day]);
        expect(calendar.dayAt(day.start - 1)).toMatchObject({
          ...{ number: day.number - 1, end: day.start },
        });
        expect(calendar.dayAt(day.end)).toMatchObject({ number: day.number + 1, start: day.end });
        expect((day.end - day.start) / HOUR).toBeGreaterThanOrEqual(23);
        expect((day.end - day.start) / HOUR).toBeLessThanOrEqual(25);

        const shownAtStart = new Date(wallClock(timeZone)(day.start) * 1000).toISOString();
        expect(shownAtStart.slice(0, 10)).toBe(day.date);
        expect(Date.parse(`${day.date}T00:00Z`) / 1000 / DAY).toBe(day.number);
        expect(calendar.dayOf(day.date)).toBe(day);
      }),
    );
  });

  test('and in the quarter and the year in which that day begins, in any order', () => {
    const moments = fc.array(moment, { minLength: 1 });
    const firstMonths = ['Jan', 'Apr', 'Jul', 'Oct'];
    fc.assert(
      fc.property(zone, hour, moments, (timeZone, dayStartsAtHour, all) => {
        const now = Date.parse('2026-05-20T00:00:00Z');
        const calendar = learnerCalendar(now, { timeZone, dayStartsAtHour });

        for (const second of all) {
          const [year = 0, month = 0] = calendar.dayAt(second).date.split('-').map(Number);
          const label = `${firstMonths[Math.floor((month - 1) / 3)]} ${year}`;
          expect(calendar.quarterLabel(calendar.quarterOf(second))).toBe(label);
          const { start, end } = calendar.year(year);
          expect(start <= second && second < end).toBe(true);
        }
      }),
    );
  });
});

test('today includes now, also in the middle of a second', () => {
  const start = Date.parse('2026-05-20T04:00:00+12:00');
  const days = { timeZone: 'Pacific/Auckland', dayStartsAtHour: 4 };

  expect(learnerCalendar(start - 1, days).today.date).toBe('2026-05-19');
  expect(learnerCalendar(start, days).today.date).toBe('2026-05-20');
});
