import { expect, test } from 'vitest';
import { createFormats } from './formats.ts';
import { yearsInWords } from './years.ts';

const formats = createFormats(['en-NZ']);

// A month is 30.4375 days.
test.each([
  [0, '0 days'],
  [1, '1 day'],
  [59, '59 days'],
  [60, '2 months'],
  [350, '11 months'],
  [351, '1 year'],
  [380, '1 year'],
  [396, '1 year and 1 month'],
  [731, '2 years'],
  [996, '2 years and 9 months'],
  [2345, '6 years and 5 months'],
  [7304, '20 years'],
  [7305, '20 years'],
  [41_510, '114 years'],
  [500_000, '1,369 years'],
])('%i days are about %s', (days, words) => {
  expect(yearsInWords(days, formats)).toBe(words);
});
