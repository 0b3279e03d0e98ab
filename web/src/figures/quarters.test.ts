import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quarters } from './quarters.ts';
import { day } from './testing.ts';

const point = (label: string, cumulative_hours: number) => ({ label, cumulative_hours });

test('each quarter has the hours until its end and those watched in it, across a year’s turn', () => {
  const all_time_progress = [point('Oct 2025', 10), point('Jan 2026', 10), point('Apr 2026', 25)];

  const all = quarters({ all_time_progress });

  expect(all).toEqual([
    { start: day('2025-10-01'), label: 'Oct 2025', hours: 10, added: 10 },
    { start: day('2026-01-01'), label: 'Jan 2026', hours: 10, added: 0 },
    { start: day('2026-04-01'), label: 'Apr 2026', hours: 25, added: 15 },
  ]);
});

test('whoever has watched nothing has no quarters', () => {
  expect(quarters({ all_time_progress: [] })).toEqual([]);
});

test.each([
  ['Jan 2028', '2028-01-01'],
  ['Apr 2028', '2028-04-01'],
  ['Jul 2028', '2028-07-01'],
  ['Oct 2028', '2028-10-01'],
  ['Jan 1970', '1970-01-01'],
  ['Dec 9999', '9999-12-01'],
])('%s begins on %s', (label, date) => {
  const [quarter] = quarters({ all_time_progress: [point(label, 1)] });

  expect(quarter?.start).toEqual(day(date));
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
])('a quarter that the tracker calls "%s" keeps that name', (label) => {
  const [quarter] = quarters({ all_time_progress: [point(label, 3)] });

  expect(quarter).toEqual({ start: undefined, label, hours: 3, added: 3 });
});

test('what was watched in the quarters adds up to all hours', () => {
  const growing = fc.array(fc.nat({ max: 10_000 }), { minLength: 1 });

  fc.assert(
    fc.property(growing, (watched) => {
      let hours = 0;
      const all_time_progress = watched.map((more, index) => {
        hours += more;
        return point(`Jan ${2000 + index}`, hours);
      });

      const all = quarters({ all_time_progress });

      expect(all.map(({ added }) => added)).toEqual(watched);
    }),
  );
});
