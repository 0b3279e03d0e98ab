import { dateOf } from '@immersion-tracker/contract/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../days/days.ts';
import { dateMarks } from './date-axis.ts';

const marked = (first: string, end: string, width: number) =>
  dateMarks(first, end, width).map(({ date, is }) => `${is} ${date}`);

test.each([
  // 10 pixels a day: 1 June is 100 pixels to the right, and 1 July 400.
  ['2026-05-22', '2026-07-15', 540, ['first 2026-05-22', 'month 2026-06-01', 'month 2026-07-01']],
  // 1 June is too close to the first day, and 1 July to the right end.
  ['2026-05-30', '2026-07-03', 340, ['first 2026-05-30', 'last 2026-07-03']],
  [
    '2026-11-10',
    '2027-02-28',
    1100,
    [...['first 2026-11-10', 'month 2026-12-01', 'year 2027-01-01', 'month 2027-02-01']],
  ],
  // A pixel a day: every third month has room, but 1 April is too close to the first day.
  ['2026-02-15', '2026-10-15', 242, ['first 2026-02-15', 'month 2026-07-01']],
  ['2026-05-22', '2026-05-24', 540, ['first 2026-05-22', 'last 2026-05-24']],
  ['2026-05-22', '2026-05-22', 540, ['first 2026-05-22']],
  [
    '2020-03-01',
    '2026-03-01',
    500,
    [
      ...['first 2020-03-01', 'year 2022-01-01', 'year 2023-01-01', 'year 2024-01-01'],
      ...['year 2025-01-01'],
    ],
  ],
] as const)('from %s to %s on %i pixels', (first, end, width, expected) => {
  expect(marked(first, end, width)).toEqual(expected);
});

test('labels neither overlap nor leave the picture', () => {
  const day = fc.integer({ min: dayNumber('2005-01-01'), max: dayNumber('2040-01-01') });
  fc.assert(
    fc.property(
      day,
      fc.nat({ max: 9000 }),
      fc.integer({ min: 200, max: 1000 }),
      (from, days, width) => {
        const marks = dateMarks(dateOf(from), dateOf(from + days), width);
        for (const [index, { x }] of marks.entries()) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          // Months have 28 days at least, where the steps reckon with 30.
          const before = marks[index - 1];
          if (before) expect(x - before.x).toBeGreaterThan(68);
        }
      },
    ),
  );
});
