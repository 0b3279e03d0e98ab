import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from './calendar.ts';
import { curve, lastMonth, quarters } from './quarters.ts';
import { day } from './testing/samples.ts';

type Point = readonly [label: string, hours: number];

const history = (...points: readonly Point[]) => ({
  all_time_progress: points.map(([label, cumulative_hours]) => ({ label, cumulative_hours })),
});

const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('quarters', () => {
  test('have the total at their end and the hours added, across the turn of a year', () => {
    const progress = history(['Oct 2025', 10], ['Jan 2026', 10], ['Apr 2026', 25]);

    const all = quarters(progress, day('2026-05-20'));

    expect(all).toEqual([
      { start: day('2025-10-01'), hours: 10, added: 10, running: false },
      { start: day('2026-01-01'), hours: 10, added: 0, running: false },
      { start: day('2026-04-01'), hours: 25, added: 15, running: true },
    ]);
  });

  test('do not exist if nothing was watched', () => {
    expect(quarters(history(), day('2026-05-20'))).toEqual([]);
  });

  test.each([
    ['Jan 2028', '2028-01-01'],
    ['Apr 2028', '2028-04-01'],
    ['Jul 2028', '2028-07-01'],
    ['Oct 2028', '2028-10-01'],
    ['Jan 1970', '1970-01-01'],
    ['Oct 9999', '9999-10-01'],
  ])('labelled %s begin on %s', (label, date) => {
    const all = quarters(history([label, 1]), day('2028-05-20'));

    expect(all).toMatchObject([{ start: day(date) }]);
  });

  test.each([
    ['Jan 2028', '2028-01-01', true],
    ['Jan 2028', '2028-02-29', true],
    ['Jan 2028', '2028-03-31', true],
    ['Jan 2028', '2028-04-01', false],
    ['Apr 2028', '2028-06-30', true],
    ['Apr 2028', '2028-07-01', false],
    ['Jul 2028', '2028-09-30', true],
    ['Jul 2028', '2028-10-01', false],
    ['Oct 2028', '2028-12-31', true],
    ['Oct 2028', '2029-01-01', false],
  ])('labelled %s are running on %s: %s', (label, today, running) => {
    const all = quarters(history([label, 1]), day(today));

    expect(all).toMatchObject([{ running }]);
  });

  test.each([
    ['2028-01-01', '2028-03-01'],
    ['2028-04-01', '2028-06-01'],
    ['2028-07-01', '2028-09-01'],
    ['2028-10-01', '2028-12-01'],
  ])('that begin on %s have their last month from %s', (start, last) => {
    expect(lastMonth({ start: day(start) })).toEqual(day(last));
  });

  test.each([
    '',
    'Jan',
    '2026',
    'January 2026',
    'Sept 2026',
    'jan 2026',
    'Foo 2026',
    'Jan 26',
    'Q1 2026',
    'x Jan 2026',
    'Jan 20260',
  ])('labelled "%s" are left out, and the next one gets their hours', (label) => {
    const progress = history(['Oct 2025', 10], [label, 12], ['Apr 2026', 25]);

    const all = quarters(progress, day('2026-05-20'));

    expect(all).toEqual([
      { start: day('2025-10-01'), hours: 10, added: 10, running: false },
      { start: day('2026-04-01'), hours: 25, added: 13, running: true },
    ]);
  });

  test('add up to the total', () => {
    const watched = fc.array(fc.nat({ max: 10_000 }), { minLength: 1 });

    fc.assert(
      fc.property(watched, (added) => {
        const all = quarters(history(...grown('Jan 2000', added)), day('2026-05-20'));

        expect(all.map((quarter) => quarter.added)).toEqual(added);
      }),
    );
  });
});

describe('the curve of all time', () => {
  const twoQuarters: Point[] = [
    ['Oct 2025', 10],
    ['Jan 2026', 14],
  ];
  const threeQuarters: Point[] = [...twoQuarters, ['Apr 2026', 20]];

  // October to December have 92 days; January to March have 90, or 91 in the leap year 2028.
  test.each<[string, readonly Point[], string, number[]]>([
    [
      'gives each quarter its days, and the last one the days until today',
      twoQuarters,
      '2026-02-01',
      [92, 31],
    ],
    ['gives shorter quarters less', threeQuarters, '2026-05-01', [92, 90, 30]],
    ['knows leap days', grown('Jan 2028', [5, 1]), '2028-04-11', [91, 10]],
    ['gives a quarter that begins today one day', twoQuarters, '2026-01-01', [92, 1]],
    ['on the last day of a quarter, ends with it', twoQuarters, '2026-03-31', [92, 89]],
    ['on the day after, still ends with it', twoQuarters, '2026-04-01', [92, 90]],
    ['on the second day after, has become level', twoQuarters, '2026-04-02', [92, 90, 1]],
    ['is level if nothing was watched for a year', [['Jan 2025', 7]], '2026-04-01', [90, 365]],
    ['of a single quarter that begins today is a line', [['Jan 2026', 3]], '2026-01-01', [1]],
    ['gives the last quarter one day if the clock is slow', twoQuarters, '2024-06-30', [92, 1]],
  ])('%s', (_, recorded, date, days) => {
    const all = quarters(history(...recorded), day(date));

    const { points, placed } = curve(all, day(date));

    const places = days.map((_, index) => sum(days.slice(0, index + 1)) / sum(days));
    expect(placed).toEqual(
      all.map((quarter, index) => ({
        ...quarter,
        from: places[index - 1] ?? 0,
        to: places[index],
      })),
    );
    expect(points).toEqual([
      { at: 0, hours: 0 },
      ...places.map((at, index) => ({ at, hours: (all[index] ?? all.at(-1))?.hours })),
    ]);
  });

  test('goes straight through a quarter that was left out', () => {
    const today = day('2026-05-01');
    const recorded: Point[] = [
      ['Oct 2025', 10],
      ['?', 12],
      ['Apr 2026', 20],
    ];

    const { points, placed } = curve(quarters(history(...recorded), today), today);

    // 92 days, then 90 without a quarter, then 30 in April.
    expect(placed).toMatchObject([
      { from: 0, to: 92 / 212 },
      { from: 182 / 212, to: 1 },
    ]);
    expect(points).toEqual([
      { at: 0, hours: 0 },
      { at: 92 / 212, hours: 10 },
      { at: 1, hours: 20 },
    ]);
  });

  test('is empty if nothing was watched', () => {
    expect(curve([], day('2026-05-20'))).toEqual({ points: [], placed: [] });
  });

  test('never turns back or falls, and its quarters follow one another', () => {
    const watched = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 });
    // Up to ten years before the first quarter, and up to thirty years after it.
    const days = fc.integer({ min: -3650, max: 10_950 });

    fc.assert(
      fc.property(watched, fc.constantFrom(...FIRST_MONTHS), days, (added, month, later) => {
        const start = `${month} 2004`;
        const today = new Date(Date.UTC(2004, 0, 1) + later * DAY_MS);

        const { points, placed } = curve(quarters(history(...grown(start, added)), today), today);

        const steps = points.slice(1).map((point, index) => ({ point, before: points[index] }));
        expect(points[0]).toEqual({ at: 0, hours: 0 });
        expect(points.at(-1)).toEqual({ at: 1, hours: sum(added) });
        expect(steps.filter(({ point, before }) => point.at <= (before?.at ?? 0))).toEqual([]);
        expect(steps.filter(({ point, before }) => point.hours < (before?.hours ?? 0))).toEqual([]);
        expect(placed).toHaveLength(added.length);
        expect(placed.filter(({ from, to }) => to <= from)).toEqual([]);
        expect(placed.slice(1).map(({ from }) => from)).toEqual(
          placed.slice(0, -1).map(({ to }) => to),
        );
      }),
    );
  });
});

/** Consecutive quarters from a first one on, given the hours watched in each. */
function grown(from: string, added: readonly number[]): Point[] {
  const [month = '', year] = from.split(' ');
  const first = Number(year) * 4 + FIRST_MONTHS.indexOf(month);
  return added.map((_, index) => [
    `${FIRST_MONTHS[(first + index) % 4]} ${Math.floor((first + index) / 4)}`,
    sum(added.slice(0, index + 1)),
  ]);
}
