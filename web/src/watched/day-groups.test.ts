import { expect, test } from 'vitest';
import { historyDay, noHistory, seen } from '../days/testing/samples.ts';
import { createFormats } from '../text/formats.ts';
import type { WatchedRecord } from '../tracker/tracker.ts';
import { dayName, groupByDay, shownSeconds } from './day-groups.ts';

const record = (id: string, iso: string): WatchedRecord => ({
  ...{ id, rewatch_of: null, kind: 'movie', title: id, group_id: id, group: null },
  ...{ artwork_url: null, watched_at: Date.parse(iso) / 1000 },
  ...{ duration: 60, duration_source: 'provider' },
});

test('records are grouped by the learner’s day, which may end after midnight', () => {
  const history = { ...noHistory, time_zone: 'Europe/Berlin', day_starts_at_hour: 4 };
  const records = [
    record('a', '2026-11-26T04:00:00+01:00'),
    record('b', '2026-11-26T03:59:59+01:00'),
    record('c', '2026-11-25T12:00:00+01:00'),
  ];

  expect(groupByDay(records, history)).toEqual([
    { date: '2026-11-26', records: records.slice(0, 1) },
    { date: '2026-11-25', records: records.slice(1) },
  ]);
});

test('a day has the sum of what matches the filters, if it is known', () => {
  const day = historyDay('2026-11-26', { movie_seconds: 5400, episode_seconds: 1440 });

  expect(shownSeconds(day, {})).toBe(6840);
  expect(shownSeconds(day, { day: '2026-11-26', kind: 'movie' })).toBe(5400);
  expect(shownSeconds(day, { guessed: true })).toBeUndefined();
  expect(shownSeconds(day, { query: 'a' })).toBeUndefined();
  expect(shownSeconds(undefined, {})).toBeUndefined();
});

test.each([
  ['2026-01-03', 'Today', 'Saturday, 3 January', '3 January'],
  ['2026-01-02', 'Yesterday', 'Friday, 2 January', '2 January'],
  ['2026-01-01', 'Thursday', '1 January', '1 January'],
  ['2025-12-28', 'Sunday', '28 December 2025', '28 December 2025'],
  ['2025-12-27', '27 December 2025', 'Saturday', 'Saturday'],
  ['2026-01-04', '4 January', 'Sunday', 'Sunday'],
])('%s is called %s on 3 January 2026', (date, name, detail, shortDetail) => {
  const words = dayName(date, '2026-01-03', createFormats(['en-NZ']));

  expect(Object.values(words).map(seen)).toEqual([name, detail, shortDetail]);
});
