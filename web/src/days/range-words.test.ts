import { expect, test } from 'vitest';
import { createFormats } from '../text/formats.ts';
import { rangeWords } from './range-words.ts';
import { seen } from './testing/samples.ts';

const wordsOf = (early: string, late: string | null, locale = 'en-NZ') => {
  const range = rangeWords({ early, likely: early, late }, '2026-11-27', createFormats([locale]));
  return range && seen(range.opener + range.rest);
};
const range = '8 times out of 10, the day falls between';

test.each([
  ['years', '2027-08-05', '2030-01-15', 'August 2027 and January 2030.'],
  ['two years', '2027-10-31', '2028-01-01', 'October 2027 and January 2028.'],
  ['one year', '2028-03-31', '2028-11-01', 'March and November 2028.'],
  ['62 days', '2028-03-01', '2028-05-02', 'March and May 2028.'],
  ['61 days', '2028-03-01', '2028-05-01', '1 March and 1 May 2028.'],
  ['one month', '2028-03-03', '2028-03-19', '3 March and 19 March 2028.'],
  ['a turn of the year', '2026-12-24', '2027-01-09', '24 December 2026 and 9 January 2027.'],
  ['days from today on', '2026-11-27', '2026-12-03', 'today and 3 December 2026.'],
  ['days from tomorrow on', '2026-11-28', '2026-12-03', 'tomorrow and 3 December 2026.'],
  ['two days', '2026-11-27', '2026-11-28', 'today and tomorrow.'],
  ['months from today on', '2026-11-27', '2027-11-03', 'November 2026 and November 2027.'],
])('a range of %s', (_, early, late, words) => {
  expect(wordsOf(early, late)).toBe(`${range} ${words}`);
});

test('a reader in America sees the month before the day', () => {
  expect(wordsOf('2028-03-03', '2028-03-19', 'en-US')).toBe(`${range} March 3 and March 19, 2028.`);
});

test.each([
  ['2028-03-14', 'Probably not before March 2028.'],
  ['2027-01-28', 'Probably not before January 2027.'],
  ['2027-01-27', 'Probably not before 27 January 2027.'],
  ['2026-11-28', 'Probably not before tomorrow.'],
  ['2026-11-27', 'It may be today, or take much longer.'],
])('from %s on, without a late date', (early, words) => {
  expect(wordsOf(early, null)).toBe(words);
});

test('a single day needs no range', () => {
  expect(wordsOf('2026-11-28', '2026-11-28')).toBeUndefined();
});
