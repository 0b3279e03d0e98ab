import { endpoints } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFormats } from './formats.ts';
import { readWholeNumber } from './whole-number.ts';

const { number } = createFormats(['en-NZ']);
const hours = (text: string) => readWholeNumber(text, 'target_hours', number);
const minutes = (text: string) => readWholeNumber(text, 'daily_goal_minutes', number);

test.each([
  ['1000', 1000],
  ['1,000', 1000],
  ['1 000', 1000],
  ['1\u202f000', 1000],
  ['1’000', 1000],
  ['1,000,000', 1_000_000],
  ['10,00,000', 1_000_000],
  [' 60 ', 60],
  ['６０', 60],
  ['007', 7],
  ['', null],
  [' ', null],
])('“%s” means %s', (text, value) => {
  expect(hours(text)).toEqual({ value });
});

test.each(['1.5', '1,5', '1.000', '-3', '1e3', 'an hour', '60 min', '1,0000', ',100', '٦٠'])(
  '“%s” is not a whole number',
  (text) => {
    expect(hours(text)).toEqual({ problem: 'Enter a whole number, such as 1,000.' });
    expect(minutes(text)).toEqual({ problem: 'Enter a whole number, such as 60.' });
  },
);

describe('the limits of the tracker', () => {
  test('are named', () => {
    expect(hours('0')).toEqual({ problem: 'Enter 1 or more, or leave it empty.' });
    expect(hours('1,000,001')).toEqual({ problem: 'Enter 1,000,000 or less.' });
    expect(minutes('1441')).toEqual({ problem: 'Enter 1,440 or less.' });
    expect(minutes('1440')).toEqual({ value: 1440 });
  });

  test('decide which numbers are read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (count) => {
        const { value } = minutes(`${count}`);
        const accepted = endpoints.updateSettings.request.safeParse({
          daily_goal_minutes: count,
        }).success;

        expect(value !== undefined).toBe(accepted);
      }),
    );
  });
});

test('a formatted number is read as itself in every kind of English', () => {
  const locales = fc.constantFrom('en-NZ', 'en-US', 'en-IN', 'en-GB', 'en-ZA', 'en-CH');
  fc.assert(
    fc.property(locales, fc.integer({ min: 1, max: 1_000_000 }), (locale, value) => {
      const formats = createFormats([locale]);

      expect(readWholeNumber(formats.number(value), 'target_hours', formats.number)).toEqual({
        value,
      });
    }),
  );
});
