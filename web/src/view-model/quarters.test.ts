import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curve, lastMonth, quarters } from './quarters.ts';
import { day } from './testing/samples.ts';

type Point = readonly [label: string, hours: number];

const history = (...points: readonly Point[]) => ({
  all_time_progress: points.map(([label, cumulative_hours]) => ({ label, cumulative_hours })),
});
const DAY_MS = 24 * 60 * 60 * 1000;

describe('quarters', () => {
  test('have the hours until their end and those watched in them, across a year’s turn', () => {
    const progress = history(['Oct 2025', 10], ['Jan 2026', 10], ['Apr 2026', 25]);

    const all = quarters(progress, day('2026-05-20'));

    expect(all).toEqual([
      { start: day('2025-10-01'), hours: 10, added: 10, running: false },
      { start: day('2026-01-01'), hours: 10, added: 0, running: false },
      { start: day('2026-04-01'), hours: 25, added: 15, running: true },
    ]);
  });

  test('are none where nothing was watched', () => {
    expect(quarters(history(), day('2026-05-20'))).toEqual([]);
  });

  test.each([
    ['Jan 2028', '2028-01-01'],
    ['Apr 2028', '2028-04-01'],
    ['Jul 2028', '2028-07-01'],
    ['Oct 2028', '2028-10-01'],
    ['Jan 1970', '1970-01-01'],
    ['Oct 9999', '9999-10-01'],
  ])('called %s begin on %s', (label, date) => {
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
  ])('such as %s are running on %s: %s', (label, today, running) => {
    const all = quarters(history([label, 1]), day(today));

    expect(all).toMatchObject([{ running }]);
  });

  test.each([
    ['2028-01-01', '2028-03-01'],
    ['2028-04-01', '2028-06-01'],
    ['2028-07-01', '2028-09-01'],
    ['2028-10-01', '2028-12-01'],
  ])('that begin on %s have a last month that begins on %s', (start, last) => {
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
  ])('that the tracker calls "%s" are left out, and their hours stay with the others', (label) => {
    const progress = history(['Oct 2025', 10], [label, 12], ['Apr 2026', 25]);

    const all = quarters(progress, day('2026-05-20'));

    expect(all).toEqual([
      { start: day('2025-10-01'), hours: 10, added: 10, running: false },
      { start: day('2026-04-01'), hours: 25, added: 13, running: true },
    ]);
  });

  test('add up to all hours', () => {
    const watched = fc.array(fc.nat({ max: 10_000 }), { minLength: 1 });

    fc.assert(
      fc.property(watched, (added) => {
        const all = quarters(grown('Jan 2000', added), day('2026-05-20'));

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

  test.each<[string, Point[], string, [number, number][], [number, number][]]>([
    [
      // October to December have 92 days, January 31.
      'gives each quarter its days, and the running one those until today',
      twoQuarters,
      '2026-02-01',
      [
        [0, 92 / 123],
        [92 / 123, 1],
      ],
      [
        [92 / 123, 10],
        [1, 14],
      ],
    ],
    [
      // 92, 90 and 91 days, and April's 30.
      'gives shorter quarters less',
      [...twoQuarters, ['Apr 2026', 20]],
      '2026-05-01',
      [
        [0, 92 / 212],
        [92 / 212, 182 / 212],
        [182 / 212, 1],
      ],
      [
        [92 / 212, 10],
        [182 / 212, 14],
        [1, 20],
      ],
    ],
    [
      // January to March of 2028 have 91 days.
      'knows leap days',
      [
        ['Jan 2028', 5],
        ['Apr 2028', 6],
      ],
      '2028-04-11',
      [
        [0, 91 / 101],
        [91 / 101, 1],
      ],
      [
        [91 / 101, 5],
        [1, 6],
      ],
    ],
    [
      'gives a quarter its first day, which is 1 January',
      twoQuarters,
      '2026-01-01',
      [
        [0, 92 / 93],
        [92 / 93, 1],
      ],
      [
        [92 / 93, 10],
        [1, 14],
      ],
    ],
    [
      // From 1 October to 31 March are 181 days, the last one not yet over.
      'ends on the last day of a quarter with it',
      twoQuarters,
      '2026-03-31',
      [
        [0, 92 / 181],
        [92 / 181, 1],
      ],
      [
        [92 / 181, 10],
        [1, 14],
      ],
    ],
    [
      'ends with a quarter the day after its last one',
      twoQuarters,
      '2026-04-01',
      [
        [0, 92 / 182],
        [92 / 182, 1],
      ],
      [
        [92 / 182, 10],
        [1, 14],
      ],
    ],
    [
      'is level from the day after that',
      twoQuarters,
      '2026-04-02',
      [
        [0, 92 / 183],
        [92 / 183, 182 / 183],
      ],
      [
        [92 / 183, 10],
        [182 / 183, 14],
        [1, 14],
      ],
    ],
    [
      'is level to today where nobody has watched for a year',
      [['Jan 2025', 7]],
      '2026-04-01',
      [[0, 90 / 455]],
      [
        [90 / 455, 7],
        [1, 7],
      ],
    ],
    [
      'of one quarter that began today is a line',
      [['Jan 2026', 3]],
      '2026-01-01',
      [[0, 1]],
      [[1, 3]],
    ],
    [
      'of a browser whose clock is before the last quarter ends with its first day',
      twoQuarters,
      '2024-06-30',
      [
        [0, 92 / 93],
        [92 / 93, 1],
      ],
      [
        [92 / 93, 10],
        [1, 14],
      ],
    ],
    [
      // The second quarter has 90 days, and April 30.
      'goes straight through a quarter that was left out',
      [
        ['Oct 2025', 10],
        ['?', 12],
        ['Apr 2026', 20],
      ],
      '2026-05-01',
      [
        [0, 92 / 212],
        [182 / 212, 1],
      ],
      [
        [92 / 212, 10],
        [1, 20],
      ],
    ],
  ])('%s', (_, told, date, spans, reached) => {
    const today = day(date);
    const all = quarters(history(...told), today);

    const { points, placed } = curve(all, today);

    expect(placed).toEqual(
      all.map((quarter, index) => ({ ...quarter, from: spans[index]?.[0], to: spans[index]?.[1] })),
    );
    expect(points).toEqual([{ at: 0, hours: 0 }, ...reached.map(([at, hours]) => ({ at, hours }))]);
  });

  test('is none where nothing was watched', () => {
    expect(curve([], day('2026-05-20'))).toEqual({ points: [], placed: [] });
  });

  test('goes on from its beginning to now, and its quarters follow one another', () => {
    const watched = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 });
    // Up to ten years before the first quarter, and up to thirty years after it.
    const days = fc.integer({ min: -3650, max: 10_950 });

    fc.assert(
      fc.property(watched, fc.constantFrom(...FIRST_MONTHS), days, (added, month, later) => {
        const start = `${month} 2004`;
        const today = new Date(Date.UTC(2004, 0, 1) + later * DAY_MS);

        const { points, placed } = curve(quarters(grown(start, added), today), today);

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

const FIRST_MONTHS = ['Jan', 'Apr', 'Jul', 'Oct'];

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** A history of quarters in a row, from one on, by the hours watched in each. */
function grown(from: string, added: readonly number[]) {
  const [month = '', year] = from.split(' ');
  const first = Number(year) * 4 + FIRST_MONTHS.indexOf(month);
  return history(
    ...added.map((_, index): Point => {
      const label = `${FIRST_MONTHS[(first + index) % 4]} ${Math.floor((first + index) / 4)}`;
      return [label, sum(added.slice(0, index + 1))];
    }),
  );
}
