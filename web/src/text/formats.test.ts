import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFormats } from './formats.ts';
import { day, FAR_ZONES, seen } from './testing/samples.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('numbers', () => {
  test.each([
    ['en-NZ', '1,234,567', '42%', '+12.5%', '-3%'],
    ['de-DE', '1.234.567', '42 %', '+12,5 %', '-3 %'],
    ['ja-JP', '1,234,567', '42%', '+12.5%', '-3%'],
    ['ar-EG', '١٬٢٣٤٬٥٦٧', '٤٢٪', '+١٢٫٥٪', '-٣٪'],
    ['fa-IR', '۱٬۲۳۴٬۵۶۷', '۴۲٪', '+۱۲٫۵٪', '−۳٪'],
  ])('a reader of %s sees %s, %s, %s and %s', (locale, count, share, rise, fall) => {
    const formats = createFormats([locale]);

    const texts = [
      formats.number(1_234_567),
      formats.share(0.42),
      formats.change(12.5),
      formats.change(-3),
    ];

    expect(texts.map(seen)).toEqual([count, share, rise, fall]);
  });

  test.each([
    ['en-NZ', '1,204 episodes', '1,001\u00a0h 20\u00a0min'],
    ['ar-EG', '١٬٢٠٤ episodes', '١٬٠٠١\u00a0h ٢٠\u00a0min'],
  ])('with units, a reader of %s sees %s and %s', (locale, count, time) => {
    const { counted, duration } = createFormats([locale]);

    expect([counted(1204, 'episode'), duration(60_080)]).toEqual([count, time]);
  });

  test.each([
    [0, '0%'],
    [0.000_001, '<1%'],
    [0.009_999, '<1%'],
    [0.01, '1%'],
    [0.014, '1%'],
    [0.016, '2%'],
    [0.5, '50%'],
    [0.984, '98%'],
    [0.999_999, '99%'],
    [1, '100%'],
  ])('a share of %d is shown as %s', (share, text) => {
    expect(createFormats(['en-NZ']).share(share)).toBe(text);
  });

  test('only exactly 0 and 1 are shown as 0% and 100%', () => {
    const { share } = createFormats(['en-NZ']);
    const parts = fc.double({ min: 0, minExcluded: true, max: 1, maxExcluded: true, noNaN: true });

    fc.assert(
      fc.property(parts, (part) => {
        const text = share(part);

        expect(text).toMatch(/^(<1|[1-9]\d?)%$/);
      }),
    );
  });

  test.each([
    [0, '0%'],
    [-0, '0%'],
    [0.04, '0%'],
    [-0.04, '0%'],
    [0.06, '+0.1%'],
    [-0.06, '-0.1%'],
    [100, '+100%'],
    [-100, '-100%'],
    [12_345.67, '+12,345.7%'],
  ])('a change of %d percent is shown as %s', (percent, text) => {
    expect(createFormats(['en-NZ']).change(percent)).toBe(text);
  });
});

describe('days', () => {
  const LONG_DAY_EN = /^Thursday,? 1 January$/;

  test.each([
    ['en-NZ', 'Thu', '1 Jan', LONG_DAY_EN, '1 January 2026', 'Jan 2026'],
    ['de-DE', 'Do', '1. Jan.', 'Donnerstag, 1. Januar', '1. Januar 2026', 'Jan. 2026'],
    ['ja-JP', '木', '1月1日', '1月1日木曜日', '2026年1月1日', '2026年1月'],
    ['ar-EG', 'الخميس', '١ يناير', 'الخميس، ١ يناير', '١ يناير ٢٠٢٦', 'يناير ٢٠٢٦'],
  ])('a reader of %s sees the first day of 2026 in their language', (locale, ...texts) => {
    const formats = createFormats([locale]);
    const newYear = day('2026-01-01');

    const read = [
      formats.weekday(newYear),
      formats.shortDay(newYear),
      formats.longDay(newYear),
      formats.date(newYear),
      formats.month(newYear),
    ];

    expect(read.map(seen)).toEqual(
      texts.map((text) => (text instanceof RegExp ? expect.stringMatching(text) : text)),
    );
  });

  test.each([
    ['en-NZ', 'Jan – Mar 2026'],
    ['de-DE', 'Jan.–März 2026'],
    ['ar-EG', 'يناير – مارس ٢٠٢٦'],
  ])('a reader of %s sees the first three months of 2026 as %s', (locale, text) => {
    const { months } = createFormats([locale]);

    expect(seen(months(day('2026-01-01'), day('2026-03-01')))).toBe(text);
  });

  // 1 Farvardin is 21 March in 2026 and 20 March in 2028. In both years Dey and Bahman, two and three months
  // earlier, have 30 days, and Esfand has 29.
  test.each([
    ['2026-01-01', '۱۱ دی', '۱۱ دی ۱۴۰۴', 'دی ۱۴۰۴'],
    ['2026-03-21', '۱ فروردین', '۱ فروردین ۱۴۰۵', 'فروردین ۱۴۰۵'],
    ['2028-02-29', '۱۰ اسفند', '۱۰ اسفند ۱۴۰۶', 'اسفند ۱۴۰۶'],
  ])('a reader in Iran sees %s in their own calendar', (date, shortDay, full, month) => {
    const formats = createFormats(['fa-IR']);

    const read = [formats.shortDay(day(date)), formats.date(day(date)), formats.month(day(date))];

    expect(read.map(seen)).toEqual([shortDay, full, month]);
  });

  test.each(FAR_ZONES)('are the tracker’s days for a person in %s too', (zone, minutesBehind) => {
    vi.stubEnv('TZ', zone);
    const { weekday, date, month, months } = createFormats(['en-NZ'], zone);
    const leapDay = day('2028-02-29');
    const quarter = [day('2028-10-01'), day('2028-12-01')] as const;

    const read = [weekday(leapDay), date(leapDay), month(leapDay), months(...quarter)];

    expect(read.map(seen)).toEqual(['Tue', '29 February 2028', 'Feb 2028', 'Oct – Dec 2028']);
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(minutesBehind);
  });
});

describe('moments', () => {
  test.each([
    ['earlier today', '2026-01-15T14:05+13:00', '2026-01-15T23:59+13:00', '14:05'],
    ['late yesterday', '2026-01-14T23:55+13:00', '2026-01-15T00:05+13:00', '14.01.2026, 23:55'],
    ['24 of 25 hours ago', '2026-04-05T00:05+13:00', '2026-04-05T23:55+12:00', '00:05'],
    ['before 23 hours', '2026-09-26T23:55+12:00', '2026-09-27T23:30+13:00', '26.09.2026, 23:55'],
    ['in the old year', '2026-12-31T23:55+13:00', '2027-01-01T00:05+13:00', '31.12.2026, 23:55'],
    ['a year ago', '2025-01-15T14:05+13:00', '2026-01-15T14:05+13:00', '15.01.2025, 14:05'],
    ['tomorrow', '2026-01-16T00:05+13:00', '2026-01-15T23:55+13:00', '16.01.2026, 00:05'],
  ])('in Auckland, one %s has a date unless it is today', (_, moment, now, text) => {
    const formats = createFormats(['de-DE'], 'Pacific/Auckland');

    const shown = formats.moment(new Date(moment), new Date(now));

    expect(seen(shown)).toBe(text);
  });

  test.each([
    ['Pacific/Kiritimati', '2026-01-01T09:00+14:00', '2026-01-01T23:00+14:00', '09:00'],
    ['Pacific/Niue', '2025-12-31T23:55-11:00', '2026-01-01T00:05-11:00', '31.12.2025, 23:55'],
  ])('in %s are local, not UTC', (zone, moment, now, text) => {
    const formats = createFormats(['de-DE'], zone);

    const shown = formats.moment(new Date(moment), new Date(now));

    expect(seen(shown)).toBe(text);
  });

  test.each([
    ['en-NZ', '2:05 pm', '15 Jan 2026, 2:05 pm'],
    ['ja-JP', '14:05', '2026/01/15 14:05'],
    ['ar-EG', '٢:٠٥ م', '١٥/٠١/٢٠٢٦، ٢:٠٥ م'],
    ['fa-IR', '۱۴:۰۵', '۲۵ دی ۱۴۰۴، ۱۴:۰۵'],
  ])('a reader of %s sees %s, and %s a day later', (locale, today, tomorrow) => {
    const formats = createFormats([locale], 'Pacific/Auckland');
    const moment = new Date('2026-01-15T14:05:00+13:00');

    const shown = [
      formats.moment(moment, new Date('2026-01-15T20:00:00+13:00')),
      formats.moment(moment, new Date('2026-01-16T20:00:00+13:00')),
    ];

    expect(shown.map(seen)).toEqual([today, tomorrow]);
  });

  test('are in the browser’s time zone by default', () => {
    const formats = createFormats(['de-DE']);
    const [lunch, evening, tomorrow] = [
      new Date(2026, 0, 15, 14, 5),
      new Date(2026, 0, 15, 23, 59),
      new Date(2026, 0, 16, 0, 1),
    ] as const;

    const shown = [formats.moment(lunch, evening), formats.moment(lunch, tomorrow)];

    expect(shown.map(seen)).toEqual(['14:05', '15.01.2026, 14:05']);
  });
});

describe('languages', () => {
  test.each([
    ['the first one first', ['de-DE', 'en-NZ'], '1.234.567'],
    ['the next one after an invalid name', ['en-US@posix', 'de-DE'], '1.234.567'],
    ['the next one after several invalid names', ['', 'C', 'de_DE.UTF-8', 'de-DE'], '1.234.567'],
    ['the next one after an unknown language', ['qqq', 'de-DE'], '1.234.567'],
    ['the same one in capitals', ['DE-de'], '1.234.567'],
  ])('are tried in order: %s', (_, locales, text) => {
    expect(createFormats(locales).number(1_234_567)).toBe(text);
  });

  test.each([
    ['no language is listed', []],
    ['no listed name is a language', ['en-US@posix', 'C', '']],
  ])('are those of the system if %s', (_, locales) => {
    const formats = createFormats(locales, 'UTC');
    const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

    const read = [formats.number(1_234_567), formats.date(day('2026-01-01'))];

    expect(read).toEqual([
      (1_234_567).toLocaleString(),
      day('2026-01-01').toLocaleDateString(undefined, options),
    ]);
  });
});
