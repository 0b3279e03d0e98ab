import { expect, test } from 'vitest';
import { dayNumber } from '../../days/date-words.ts';
import { months } from './months.ts';

/** Weeks that end on Sundays from a date on. */
const sundays = (first: string, weeks: number) =>
  Array.from({ length: weeks }, (_, week) => dayNumber(first) + week * 7);

test('a month is named above the week that has its first day', () => {
  // The second week has 1 December, and the sixth 1 January.
  expect(months(sundays('2026-11-29', 7), 2, 14)).toBe('  Dec     Jan');
  expect(months(sundays('2026-11-08', 10), 1, 10)).toBe('Nov Dec');
});

test('names do not touch, and do not reach beyond the map', () => {
  expect(months(sundays('2026-10-25', 3), 1, 6)).toBe(' Nov');
  expect(months(sundays('2026-11-22', 3), 1, 3)).toBe('');
});
