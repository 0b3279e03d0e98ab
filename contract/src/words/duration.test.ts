import fc from 'fast-check';
import { expect, test } from 'vitest';
import { durationInWords, NBSP } from './duration.ts';

test.each([
  [0, '0 min'],
  [1, '1 min'],
  [59, '59 min'],
  [60, '1 h'],
  [61, '1 h 1 min'],
  [119, '1 h 59 min'],
  [1500, '25 h'],
  [60_061, '1,001 h 1 min'],
])('%i minutes read as %s', (minutes, words) => {
  expect(durationInWords(minutes)).toBe(words);
});

test('with no-break spaces, a line can break between hours and minutes, but not before a unit', () => {
  expect(durationInWords(80, { space: NBSP })).toBe('1\u00a0h 20\u00a0min');
});

test('both numbers are formatted for the reader', () => {
  const number = new Intl.NumberFormat('ar-EG').format;

  expect(durationInWords(80, { number })).toBe('١ h ٢٠ min');
});

test('hours and minutes add up to the minutes that were formatted', () => {
  fc.assert(
    fc.property(fc.nat(), (minutes) => {
      const said = durationInWords(minutes, { number: String });

      const [, hours = 0, rest = 0] = /^(?:(\d+) h)? ?(?:([1-5]?\d) min)?$/.exec(said) ?? [];
      expect(said).not.toBe('');
      expect(Number(hours) * 60 + Number(rest)).toBe(minutes);
    }),
  );
});
