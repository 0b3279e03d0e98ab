import { expect, test } from 'vitest';
import type { WatchedRecord } from '../tracker/tracker.ts';
import { listItems, withGaps } from './list-items.ts';

const record = (id: string): WatchedRecord => ({
  ...{ id, rewatch_of: null, kind: 'movie', title: id, group_id: id, group: null },
  ...{ artwork_url: null, watched_at: 0, duration: 60, duration_source: 'provider' },
});

test('each day has a heading above its records', () => {
  const groups = [
    { date: '2026-11-27', records: [record('a'), record('b')] },
    { date: '2026-11-25', records: [record('c')] },
  ];

  expect(listItems(groups).map(({ key }) => key)).toEqual([
    ...['2026-11-27', 'a', 'b', '2026-11-25', 'c'],
  ]);
});

test('lines that are not rendered leave gaps of their height', () => {
  const lines = [
    { index: 0, start: 200, end: 260 },
    { index: 1, start: 260, end: 324 },
    { index: 9, start: 800, end: 864 },
  ];

  const { lines: gapped, below } = withGaps(lines, 200, 1000);

  expect(gapped.map(({ gap }) => gap)).toEqual([0, 0, 476]);
  expect(below).toBe(136);
});

test('a list has its full height before any line is rendered', () => {
  expect(withGaps([], 200, 1000)).toEqual({ lines: [], below: 800 });
});
