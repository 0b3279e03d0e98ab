import { seconds } from '@immersion-tracker/contract/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tallyAt } from './testing/tally.ts';

const now = seconds('2026-05-20T12:00:00+12:00');
const timestamp = fc.oneof(
  fc.integer({ min: now - 9 * 86_400, max: now + 2 * 86_400 }),
  fc.integer({ min: seconds('2015-01-01T00:00:00Z'), max: seconds('2030-01-01T00:00:00Z') }),
);
const records = fc.array(fc.tuple(timestamp, fc.nat({ max: 20_000 })), { maxLength: 60 });

function figures(all: readonly (readonly [number, number])[]) {
  const tally = tallyAt('2026-05-20T12:00:00+12:00');
  for (const [at, duration] of all) tally.add(at, duration);
  return tally.figures();
}

const totalOf = (all: readonly (readonly [number, number])[]) =>
  all.reduce((sum, [, duration]) => sum + duration, 0);

test('the minutes of the last seven days are at most the total', () => {
  fc.assert(
    fc.property(records, (all) => {
      const days = figures(all).daily_activity;

      const shown = days.reduce((sum, { minutes_watched }) => sum + minutes_watched, 0);
      expect(shown).toBeLessThanOrEqual(totalOf(all) / 60);
      expect(days.map(({ days_ago }) => days_ago)).toEqual([6, 5, 4, 3, 2, 1, 0]);
    }),
  );
});

test('cumulative hours never decrease, and end at the total', () => {
  fc.assert(
    fc.property(records, (all) => {
      const { all_time_progress, total_hours_watched } = figures(all);

      const hours = all_time_progress.map(({ cumulative_hours }) => cumulative_hours);
      expect(hours).toEqual(hours.toSorted((a, b) => a - b));
      expect(hours.at(-1) ?? 0).toBe(total_hours_watched);
      expect(total_hours_watched).toBe(Math.floor(totalOf(all) / 3600));
    }),
  );
});

test('whatever times are stored, the points are limited, and the last one has the total', () => {
  const anyTime = fc.oneof(timestamp, fc.maxSafeInteger());
  const any = fc.array(fc.tuple(anyTime, fc.nat({ max: 20_000 })), { maxLength: 60 });
  fc.assert(
    fc.property(any, (all) => {
      const { all_time_progress, total_hours_watched } = figures(all);

      // From 1970 to 2099, and a quarter at the end because of the time zone.
      expect(all_time_progress.length).toBeLessThanOrEqual(130 * 4 + 1);
      expect(all_time_progress.at(-1)?.cumulative_hours ?? 0).toBe(total_hours_watched);
    }),
  );
});

test('quarters are consecutive', () => {
  const following = new Map<string, string>([
    ['Jan', 'Apr'],
    ['Apr', 'Jul'],
    ['Jul', 'Oct'],
    ['Oct', 'Jan'],
  ]);
  fc.assert(
    fc.property(records, (all) => {
      const labels = figures(all).all_time_progress.map(({ label }) => label.split(' '));

      for (const [index, [month, year]] of labels.slice(1).entries()) {
        const [monthBefore = '', yearBefore] = labels[index] ?? [];
        expect(month).toBe(following.get(monthBefore));
        expect(Number(year) - Number(yearBefore)).toBe(month === 'Jan' ? 1 : 0);
      }
    }),
  );
});

test('figures do not depend on the order of the records', () => {
  const shuffled = records.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );
  fc.assert(
    fc.property(shuffled, ([all, otherOrder]) => {
      expect(figures(otherOrder)).toEqual(figures(all));
    }),
  );
});
