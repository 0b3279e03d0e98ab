import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learnerCalendar } from './calendar.ts';
import { streak } from './streak.ts';

const calendar = learnerCalendar(Date.parse('2026-05-20T12:00:00+12:00'), {
  ...{ timeZone: 'Pacific/Auckland', dayStartsAtHour: 0 },
});

const streakOf = (...daysAgo: readonly number[]) =>
  streak(
    daysAgo.map((count) => calendar.daysAgo(count)),
    calendar.today,
  );

describe('the current streak', () => {
  test.each([
    ['ends today', [2, 1, 0], 3, '2026-05-18'],
    ['ends yesterday, since today is not over', [3, 2, 1], 3, '2026-05-17'],
    ['is only today, after a gap', [3, 2, 0], 1, '2026-05-20'],
    ['is broken after a day without a record', [4, 3, 2], 0, null],
    ['is 0 without records', [], 0, null],
    ['does not include tomorrow', [1, 0, -1], 2, '2026-05-19'],
    ['does not begin tomorrow', [-1], 0, null],
  ])('%s', (_, daysAgo, current_days, current_since) => {
    expect(streakOf(...daysAgo)).toMatchObject({ current_days, current_since });
  });

  test('crosses the clock change and the month', () => {
    // 5 April 2026 had 25 hours, 51 to 45 days before 20 May are 30 March to 5 April.
    const { today } = learnerCalendar(Date.parse('2026-04-05T12:00:00+12:00'), {
      ...{ timeZone: 'Pacific/Auckland', dayStartsAtHour: 0 },
    });
    const days = [51, 50, 49, 48, 47, 46, 45].map((count) => calendar.daysAgo(count));

    expect(streak(days, today)).toEqual({
      ...{ current_days: 7, current_since: '2026-03-30', longest_days: 7 },
    });
  });

  test('crosses a date that the time zone skipped', () => {
    const samoa = learnerCalendar(Date.parse('2011-12-31T12:00:00+14:00'), {
      ...{ timeZone: 'Pacific/Apia', dayStartsAtHour: 4 },
    });
    const days = [samoa.daysAgo(2), samoa.today];

    expect(streak(days, samoa.today)).toMatchObject({
      ...{ current_days: 2, current_since: '2011-12-29' },
    });
  });
});

test('the longest streak can be over', () => {
  expect(streakOf(20, 19, 18, 17, 10, 1, 0)).toEqual({
    ...{ current_days: 2, current_since: '2026-05-19', longest_days: 4 },
  });
});

test('streaks agree with a walk back from each day', () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(some, (unordered) => {
      const watched = new Set(unordered);
      const lengthAt = (daysAgo: number): number =>
        watched.has(daysAgo) ? 1 + lengthAt(daysAgo + 1) : 0;
      const current = lengthAt(0) || lengthAt(1);
      const last = watched.has(0) ? 0 : 1;

      expect(streakOf(...unordered.toSorted((a, b) => b - a))).toEqual({
        current_days: current,
        current_since: current === 0 ? null : calendar.daysAgo(last + current - 1).date,
        longest_days: Math.max(0, ...unordered.map(lengthAt)),
      });
    }),
  );
});
