import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SORTS, sortEntries, usualSort } from './sort-entries.ts';
import { libraryEntry } from './testing/samples.ts';

const entries = [
  libraryEntry({ group_id: 'a', name: '第10話', seconds: 60, last_watched_at: 30 }),
  libraryEntry({ group_id: 'b', name: 'éclair', seconds: 90, last_watched_at: 10 }),
  libraryEntry({ group_id: 'c', name: '第9話', seconds: 90, last_watched_at: 20 }),
  libraryEntry({ group_id: 'd', name: 'Fargo', seconds: 60, last_watched_at: 30 }),
  libraryEntry({ group_id: 'e', name: 'dark', seconds: 0, last_watched_at: 40 }),
];

test.each([
  ['hours', ['c', 'b', 'd', 'a', 'e']],
  ['last', ['e', 'd', 'a', 'c', 'b']],
  ['name', ['e', 'b', 'd', 'c', 'a']],
] as const)('sorts by %s', (sort, expected) => {
  expect(sortEntries(entries, sort).map(({ group_id }) => group_id)).toEqual(expected);
});

test('a nameless one is sorted by what the page calls it', () => {
  const nameless = libraryEntry({ kind: 'youtube_video', group_id: 'UC1', name: null });

  const sorted = sortEntries([nameless, libraryEntry({ name: 'Dark' })], 'name');

  expect(sorted.map(({ name }) => name)).toEqual([null, 'Dark']);
});

test('movies begin with the latest, everything else with the longest', () => {
  expect([usualSort('movie'), usualSort('episode')]).toEqual(['last', 'hours']);
});

test('every order keeps every entry, whatever order they come in', () => {
  const shuffled = fc.shuffledSubarray(entries, { minLength: entries.length });
  fc.assert(
    fc.property(shuffled, fc.constantFrom(...SORTS), (some, sort) => {
      expect(sortEntries(some, sort)).toEqual(sortEntries(entries, sort));
      expect(sortEntries(some, sort)).toHaveLength(entries.length);
    }),
  );
});
