import { secondsOfDay } from '@immersion-tracker/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysAfter, totalSeconds } from '../days/days.ts';
import { historyDay } from '../days/testing/samples.ts';
import { chartOf, daysIn, type Range, rangesOf } from './periods.ts';

/** A Friday. */
const TODAY = '2026-11-27';

/** An hour on each of these days. */
const hourOn = (...dates: readonly string[]) =>
  dates.map((date) => historyDay(date, { episode_seconds: 3600, episode_records: 1 }));

const firsts = (days: ReturnType<typeof hourOn>, range: Range, today = TODAY) =>
  chartOf(days, today, range).bars.map(({ first }) => first);

describe('bars', () => {
  test('of twelve weeks begin on Mondays', () => {
    const starts = firsts(hourOn('2026-01-01'), 'weeks');

    expect(starts).toHaveLength(12);
    expect([starts[0], starts[1], starts[11]]).toEqual(['2026-09-07', '2026-09-14', '2026-11-23']);
  });

  test('of a year are its months, with a leap day and a year’s turn', () => {
    const { bars } = chartOf(hourOn('2020-01-01'), '2024-03-01', 'year');

    expect(bars).toHaveLength(12);
    expect(bars[0]).toMatchObject({ first: '2023-04-01', last: '2023-04-30' });
    expect(bars.slice(-4).map(({ first, last }) => [first, last])).toEqual([
      ['2023-12-01', '2023-12-31'],
      ['2024-01-01', '2024-01-31'],
      ['2024-02-01', '2024-02-29'],
      ['2024-03-01', '2024-03-31'],
    ]);
  });

  test('of everything are months for up to three years, then quarters', () => {
    const months = chartOf(hourOn('2023-12-31'), TODAY, 'all');
    const quarters = chartOf(hourOn('2023-11-30'), TODAY, 'all');

    expect([months.unit, months.bars.length]).toEqual(['month', 36]);
    expect([quarters.unit, quarters.bars.length]).toEqual(['quarter', 13]);
    expect(quarters.bars[0]).toMatchObject({ first: '2023-10-01', last: '2023-12-31' });
    expect(quarters.bars.at(-1)).toMatchObject({ first: '2026-10-01', last: '2026-12-31' });
  });

  test('begin with the first record', () => {
    expect(firsts(hourOn('2026-11-15'), 'weeks')).toEqual([
      ...['2026-11-09', '2026-11-16', '2026-11-23'],
    ]);
  });

  test('are summed up by medium, the first and last day of a week included', () => {
    const days = [
      historyDay('2026-11-15', { movie_seconds: 1 }),
      historyDay('2026-11-16', { movie_seconds: 20, episode_seconds: 5 }),
      historyDay('2026-11-22', { movie_seconds: 300 }),
      historyDay('2026-11-23', { movie_seconds: 4000 }),
    ];

    const [, week] = chartOf(days, TODAY, 'weeks').bars;

    expect(week).toMatchObject({ seconds: { movie: 320, episode: 5 }, total: 325 });
  });
});

describe('the average and what is usual', () => {
  test('leave out the running week, and the one in which the learner began', () => {
    const days = hourOn(
      // A Wednesday.
      ...['2026-11-04', '2026-11-05'],
      // A Friday and a Saturday.
      ...['2026-11-13', '2026-11-14'],
      // A Monday, a Thursday, a Friday and a Sunday.
      ...['2026-11-16', '2026-11-19', '2026-11-20', '2026-11-22'],
      ...['2026-11-23'],
    );

    expect(chartOf(days, TODAY, 'weeks')).toMatchObject({ average: 3 * 3600, usual: 2 * 3600 });
  });

  test('count weeks without a record', () => {
    const days = hourOn('2026-10-01', '2026-11-02', '2026-11-03', '2026-11-04');

    // Eight weeks began after 1 October, and seven of them have ended.
    expect(chartOf(days, TODAY, 'weeks').average).toBeCloseTo((3 * 3600) / 7);
  });

  test('of months go by the same day, or by the last one of a shorter month', () => {
    const days = hourOn('2026-01-01', '2026-02-28', '2026-03-30', '2026-03-31');

    const { usual, average } = chartOf(days, '2026-04-30', 'year');

    expect([usual, average]).toEqual([3600, (4 * 3600) / 3]);
  });

  test.each([
    ['on the fourteenth day', '2026-11-14', undefined],
    ['on the fifteenth day', '2026-11-13', 0],
  ])('%s', (_, first, usual) => {
    const chart = chartOf(hourOn(first), TODAY, 'weeks');

    expect(chart).toMatchObject({ usual, average: undefined });
  });
});

test.each([
  ['2026-09-07', ['weeks']],
  ['2026-09-06', ['weeks', 'year']],
  ['2025-12-01', ['weeks', 'year']],
  ['2025-11-30', ['weeks', 'year', 'all']],
])('a history since %s has the ranges %j', (first, ranges) => {
  expect(rangesOf(first, TODAY)).toEqual(ranges);
});

const gaps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 400 });
const histories = gaps.map((all) => {
  const dates = ['1999-12-25'];
  for (const gap of all) dates.push(daysAfter(dates.at(-1) ?? '', gap));
  return dates.map((date, index) => historyDay(date, { youtube_video_seconds: index + 1 }));
});

test('the bars of any history follow each other and have all of its time', () => {
  fc.assert(
    fc.property(histories, fc.nat({ max: 100 }), (days, since) => {
      const today = daysAfter(days.at(-1)?.date ?? '', since);
      const { bars, unit } = chartOf(days, today, 'all');
      const lengths = unit === 'month' ? [28, 29, 30, 31] : [90, 91, 92];

      expect(bars.reduce((sum, { total }) => sum + total, 0)).toBe(totalSeconds(days));
      for (const [index, bar] of bars.entries()) {
        expect(lengths).toContain(daysIn(bar));
        const before = bars[index - 1];
        if (before !== undefined) expect(bar.first).toBe(daysAfter(before.last, 1));
      }
      expect((bars.at(-1)?.first ?? '') <= today && today <= (bars.at(-1)?.last ?? '')).toBe(true);
    }),
  );
});

test('twenty years of days fit eighty-one quarters', () => {
  const days = Array.from({ length: 7300 }, (_, index) =>
    historyDay(daysAfter(TODAY, index - 7299), { episode_seconds: 60 }),
  );

  const { bars, average } = chartOf(days, TODAY, 'all');

  expect(bars).toHaveLength(81);
  expect(days.reduce((sum, day) => sum + secondsOfDay(day), 0)).toBe(7300 * 60);
  // From 1 January 2007 to 30 September 2026 are 7,213 days in 79 quarters.
  expect(average).toBeCloseTo((7213 * 60) / 79);
});
