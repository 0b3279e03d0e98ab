import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFormats } from './formats.ts';

/** A text with plain spaces. */
const seen = (text: string) => text.replace(/\s/g, ' ');

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a length', () => {
  test.each([
    [0, '0 min'],
    [59, '0 min'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [13_259, '3 h 40 min'],
    [35_999, '9 h 59 min'],
    [36_000, '10 h'],
    [39_599, '10 h'],
    [1_118_400, '310 h'],
    [36_000_000, '10,000 h'],
  ])('of %d seconds reads as %s', (seconds, words) => {
    expect(seen(createFormats(['en-NZ']).length(seconds))).toBe(words);
  });

  test('never breaks between a number and its unit', () => {
    const { length, aDay } = createFormats(['en-NZ']);

    expect([length(4800), aDay(90)]).toEqual(['1\u00a0h 20\u00a0min', '90\u00a0min']);
  });

  test('is in hours and minutes however long it is, if both matter', () => {
    expect(seen(createFormats(['en-NZ']).minutes(60_080.9))).toBe('1,001 h 20 min');
  });
});

describe('dates are those of the first English in the browser’s languages', () => {
  test.each([
    ['in New Zealand', ['en-NZ'], 'Friday, 27 November', '27 November 2026', '1,234'],
    ['in the United States', ['en-US', 'de'], 'Friday, November 27', 'November 27, 2026', '1,234'],
    [
      'after another language',
      ['ja', 'en-US'],
      'Friday, November 27',
      'November 27, 2026',
      '1,234',
    ],
    [
      'after an invalid name',
      ['en-US@posix', 'en-IN'],
      'Friday 27 November',
      '27 November 2026',
      '1,234',
    ],
    ['without any English', ['de-DE'], 'Friday 27 November', '27 November 2026', '1,234'],
    [
      'where another calendar is usual',
      ['fa-IR', 'th-TH'],
      'Friday 27 November',
      '27 November 2026',
      '1,234',
    ],
    [
      'with other digits',
      ['en-u-nu-arab-ca-buddhist'],
      'Friday, November 27',
      'November 27, 2026',
      '1,234',
    ],
    ['without any language', [], 'Friday 27 November', '27 November 2026', '1,234'],
  ])('%s', (_, locales, longDay, date, number) => {
    const formats = createFormats(locales);

    const read = [formats.longDay('2026-11-27'), formats.date('2026-11-27'), formats.number(1234)];

    // Versions of browsers differ in the comma after the weekday.
    expect(read.map((text) => text.replace('Friday,', 'Friday'))).toEqual([
      ...[longDay.replace('Friday,', 'Friday'), date, number],
    ]);
  });

  test('and never depend on the browser’s time zone', () => {
    vi.stubEnv('TZ', 'Pacific/Niue');
    const formats = createFormats(['en-NZ']);

    expect([formats.date('2028-02-29'), formats.weekday('2028-02-29')]).toEqual([
      ...['29 February 2028', 'Tue'],
    ]);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(11 * 60);
  });
});

describe('a clock', () => {
  const moment = Date.parse('2026-11-27T20:41Z');

  test.each([
    ['in New Zealand, in Auckland', 'en-NZ', 'Pacific/Auckland', '9:41 am'],
    ['in the United States, in Berlin', 'en-US', 'Europe/Berlin', '9:41 PM'],
    ['in Germany, in Berlin', 'de-DE', 'Europe/Berlin', '21:41'],
  ])('of a reader %s', (_, locale, zone, text) => {
    expect(seen(createFormats([locale]).clock(moment, zone))).toBe(text);
  });

  test('is in the browser’s time zone by default', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');

    expect(createFormats(['en-GB']).clock(moment)).toBe('05:41');
  });

  test('comes with its date on another day', () => {
    expect(createFormats(['en-GB']).dateAndClock(moment, 'UTC')).toMatch(
      /^Fri,? 27 Nov,? (at )?20:41$/,
    );
  });
});
