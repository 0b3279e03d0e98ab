import { describe, expect, test } from 'vitest';
import type { WatchedRecord } from '../tracker/tracker.ts';
import {
  correctPages,
  cursorAfter,
  recordsOf,
  type WatchedPages,
  type WatchedQuery,
} from './correct-pages.ts';
import type { Correction } from './corrections.ts';
import { at, watchedRecord } from './testing/samples.ts';

const record = (id: string, time: string, changes: Partial<WatchedRecord> = {}) =>
  watchedRecord(id, { watched_at: at(`${time}Z`), ...changes });
const late = record('late', '2026-11-27T12:00');
const middle = record('middle', '2026-11-26T12:00');
const early = record('early', '2026-11-25T12:00');

/** Two pages, and perhaps more. */
const pages = (next: string | null): WatchedPages => ({
  pages: [
    { watched: [late, middle], next: 'cursor' },
    { watched: [early], next },
  ],
  pageParams: [undefined, 'cursor'],
});
const dayOf = (moment: number) => new Date(moment * 1000).toISOString().slice(0, 10);
const idsAfter = (correction: Correction, query: WatchedQuery = {}, next: string | null = null) =>
  recordsOf(correctPages(pages(next), query, correction, dayOf)).map(({ id }) => id);
const add = (one: WatchedRecord): Correction => ({ type: 'add', record: one, to: one.watched_at });

test('a record moves from one page to another', () => {
  const to = at('2026-11-25T18:00Z');

  expect(idsAfter({ type: 'move', record: late, to })).toEqual(['middle', 'late', 'early']);
});

test.each([
  ['at the end of a complete list', null, ['late', 'middle', 'early', 'oldest']],
  ['not where the next page would begin', 'more', ['late', 'middle', 'early']],
])('an old record appears %s', (_, next, ids) => {
  expect(idsAfter(add(record('oldest', '2026-01-01T12:00')), {}, next)).toEqual(ids);
});

test('the next page stays where it is', () => {
  const corrected = correctPages(pages('more'), {}, { type: 'remove', record: late, to: 0 }, dayOf);

  expect(corrected.pages.map(({ next }) => next)).toEqual(['cursor', 'more']);
  expect(corrected.pageParams).toEqual([undefined, 'cursor']);
});

describe('a new record is added to lists', () => {
  const added = record('new', '2026-11-27T13:00', {
    ...{ kind: 'youtube_video', group_id: 'UC1', group: '朝のニュース', title: 'Episode 5' },
    ...{ duration_source: 'provider' },
  });

  test.each<[WatchedQuery, boolean]>([
    [{}, true],
    [{ day: '2026-11-27' }, true],
    [{ day: '2026-11-26' }, false],
    [{ kind: 'youtube_video' }, true],
    [{ kind: 'episode' }, false],
    [{ group_id: 'UC1' }, true],
    [{ group_id: 'UC2' }, false],
    [{ guessed: 'true' }, false],
    [{ query: 'ﾆｭｰｽ  episode' }, true],
    [{ query: 'episode 6' }, false],
  ])('%j: %s', (query, isThere) => {
    expect(idsAfter(add(added), query).includes('new')).toBe(isThere);
  });
});

test('a record that moves to another day leaves the list of its day', () => {
  const move: Correction = { type: 'move', record: late, to: at('2026-11-20T12:00Z') };

  expect(idsAfter(move, { day: '2026-11-27' })).toEqual(['middle', 'early']);
});

test.each([
  ['has an older page', 'b', [undefined, 'a'], 'b'],
  ['ends', null, [undefined, 'a'], undefined],
  ['ends where a cursor returns', 'a', [undefined, 'a'], undefined],
  ['ends after ten thousand pages', 'b', Array(10_000).fill('a'), undefined],
])('a list %s', (_, next, cursors, cursor) => {
  expect(cursorAfter({ watched: [], next }, cursors)).toBe(cursor);
});
