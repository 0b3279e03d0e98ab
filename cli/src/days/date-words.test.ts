import { learnerCalendar } from '@immersion-tracker/contract/calendar';
import { expect, test } from 'vitest';
import {
  dateInWords,
  dayInWords,
  dayNumber,
  monthName,
  shortDate,
  weekdayOf,
} from './date-words.ts';

test.each([
  ['2026-11-22', 'Sun 22 Nov', '22 November 2026', 6],
  ['2028-02-29', 'Tue 29 Feb', '29 February 2028', 1],
  ['2027-01-01', 'Fri 1 Jan', '1 January 2027', 4],
  ['1969-12-29', 'Mon 29 Dec', '29 December 1969', 0],
  ['2026-09-01', 'Tue 1 Sep', '1 September 2026', 1],
])('%s is %s, or %s', (date, short, words, weekday) => {
  const day = dayNumber(date);

  expect([shortDate(day), dateInWords(date), weekdayOf(day)]).toEqual([short, words, weekday]);
  expect(short.endsWith(monthName(day))).toBe(true);
});

test('days are numbered without gaps, also when clocks change', () => {
  expect(dayNumber('2026-03-30') - dayNumber('2026-03-28')).toBe(2);
  expect(dayNumber('2027-01-01') - dayNumber('2026-12-31')).toBe(1);
});

test('a day of another year is named with its year', () => {
  const calendar = learnerCalendar(Date.parse('2026-11-27T12:00Z'), {
    ...{ timeZone: 'UTC', dayStartsAtHour: 0 },
  });

  expect(dayInWords('2026-11-22', calendar)).toBe('Sunday 22 November');
  expect(dayInWords('2025-12-31', calendar)).toBe('Wednesday 31 December 2025');
});
