import { expect, test } from 'vitest';
import { seen } from '../../days/testing/samples.ts';
import { createFormats } from '../../text/formats.ts';
import { formWords } from './form-words.ts';

const formats = createFormats(['en-NZ']);

test.each([
  // 996 hours are missing.
  [60, 1000, 4 * 3600, '60 min a day makes 1,000 h in about 2 years and 9 months.'],
  [90, 1000, 0, '90 min a day makes 1,000 h in about 1 year and 10 months.'],
  [60, 5, 4 * 3600 + 1, '60 min a day makes 5 h in about 1 day.'],
  [60, 4, 4 * 3600 + 60, 'You already have 4 h 1 min.'],
  [60, null, 4 * 3600, '60 min a day makes 365 h a year.'],
  [null, 1000, 4 * 3600, 'Your pace decides when you get there.'],
  [null, null, 4 * 3600, 'Fill in one of the two, or both.'],
])('%s minutes a day, %s hours in total, %i seconds so far', (minutes, hours, seconds, words) => {
  expect(seen(formWords(minutes, hours, seconds, formats))).toBe(words);
});
