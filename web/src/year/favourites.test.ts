import { expect, test } from 'vitest';
import type { LibraryEntry } from '../tracker/tracker.ts';
import { favouritesOf } from './favourites.ts';

const entry = (fields: Partial<LibraryEntry>): LibraryEntry => ({
  kind: 'episode',
  group_id: '1',
  name: 'A show',
  artwork_url: null,
  records: 1,
  seconds: 60,
  guessed_seconds: 0,
  first_watched_at: 1,
  last_watched_at: 1,
  ...fields,
});

const ids = (...library: Partial<LibraryEntry>[]) =>
  favouritesOf(library.map(entry)).map(({ id }) => id);

test('the favourite of a medium has the most time, not the most records', () => {
  expect(
    ids({ group_id: 'short', seconds: 90, records: 9 }, { group_id: 'long', seconds: 91 }),
  ).toEqual(['long']);
});

test('the media keep their order, and those without a record are left out', () => {
  expect(
    ids({ kind: 'spotify_episode', group_id: 'podcast' }, { group_id: 'show', seconds: 0 }),
  ).toEqual(['show', 'podcast']);
  expect(ids()).toEqual([]);
});

test('of two with the same time, the one with more records is the favourite, then the later one', () => {
  expect(ids({ group_id: 'a' }, { group_id: 'b', records: 2 })).toEqual(['b']);
  expect(ids({ group_id: 'a' }, { group_id: 'b', last_watched_at: 2 })).toEqual(['b']);
  expect(ids({ group_id: 'b' }, { group_id: 'a' })).toEqual(['a']);
});

test('a favourite without a name is called by its id', () => {
  expect(favouritesOf([entry({ name: null, group_id: '42' })])).toEqual([
    { kind: 'episode', id: '42', name: 'Show 42', seconds: 60, isGuess: false, artwork: null },
  ]);
});
