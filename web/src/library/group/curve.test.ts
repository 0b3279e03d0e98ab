import { dateOf } from '@immersion-tracker/contract/calendar';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curveOf, thinned } from './curve.ts';

const DAY = 86_400;
const dayAt = (moment: number) => dateOf(Math.floor(moment / DAY));
/** A record of this length, so many days after 1 January 2026. */
const record = (day: number, duration: number | null) => ({
  ...{ watched_at: Date.parse('2026-01-01T12:00Z') / 1000 + day * DAY },
  duration,
});

test('the hours add up from the first day to the last, in order', () => {
  const records = [record(40, 600), record(31, null), record(0, 1200), record(0, 60)];

  expect(curveOf(records, dayAt, '2026-12-24')).toEqual({
    days: [
      { date: '2026-01-01', seconds: 1260, total: 1260 },
      { date: '2026-02-01', seconds: 0, total: 1260 },
      { date: '2026-02-10', seconds: 600, total: 1860 },
    ],
    end: '2026-02-10',
  });
});

describe('the line of a show whose last episode was on 3 January', () => {
  const records = [record(0, 1), record(1, 1), record(2, 1)];
  test.each([
    ['that day', '2026-01-03', '2026-01-03'],
    ['the day after', '2026-01-04', '2026-01-04'],
    ['27 days later', '2026-01-30', '2026-01-30'],
    ['four weeks later', '2026-01-31', '2026-01-03'],
    ['the day before, by a clock that is wrong', '2026-01-02', '2026-01-03'],
  ])('%s ends on %s', (_, today, end) => {
    expect(curveOf(records, dayAt, today)?.end).toBe(end);
  });
});

test.each([
  ['two days', [record(0, 60), record(0, 60), record(1, 60)]],
  ['three days without a length', [record(0, null), record(1, null), record(2, null)]],
  ['nothing', []],
])('%s do not make a curve', (_, records) => {
  expect(curveOf(records, dayAt, '2026-01-03')).toBeUndefined();
});

test('the curve only rises, and ends with the sum of all lengths', () => {
  const some = fc.record({ day: fc.nat({ max: 900 }), duration: fc.nat({ max: 20_000 }) });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1 }), (all) => {
      const records = all.map(({ day, duration }) => record(day, duration));
      const curve = curveOf(records, dayAt, '2026-06-01');
      fc.pre(curve !== undefined);
      const { days, end } = curve;
      const sum = all.reduce((total, { duration }) => total + duration, 0);
      expect(days.at(-1)?.total).toBe(sum);
      for (const [index, { date, seconds, total }] of days.entries()) {
        const before = days[index - 1];
        expect(total).toBe((before?.total ?? 0) + seconds);
        if (before) expect(date > before.date).toBe(true);
        expect(date <= end).toBe(true);
      }
    }),
  );
});

test('points that share half a pixel are drawn as one', () => {
  const points = [
    [0, 9],
    [0.1, 8],
    [0.2, 7],
    [1, 6],
    [1.1, 5],
    [2, 4],
  ] as const;

  expect(thinned(points)).toEqual([
    [0.2, 7],
    [1.1, 5],
    [2, 4],
  ]);
});
