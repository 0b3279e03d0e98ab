import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SORTS, sortEntries, usualSort } from './sort-entries.ts';
import { libraryEntry } from './testing/samples.ts';

/** The most recently watched first, as the tracker sends them. */
const entries = [
  libraryEntry({ group_id: 'e', name: 'dark', seconds: 0, last_watched_at: 40 }),
  libraryEntry({ group_id: 'a', name: '第10話', seconds: 60, last_watched_at: 30 }),
  libraryEntry({ group_id: 'd', name: 'Fargo', seconds: 60, last_watched_at: 30 }),
  libraryEntry({ group_id: 'c', name: '第9話', seconds: 90, last_watched_at: 20 }),
  libraryEntry({ group_id: 'b', name: 'éclair', seconds: 90, last_watched_at: 10 }),
];

test.each([
  ['hours', ['c', 'b', 'a', 'd', 'e']],
  ['last', ['e', 'a', 'd', 'c', 'b']],
  ['name', ['e', 'b', 'd', 'c', 'a']],
] as const)('sorts by %s', (sort, expected) => {
  expect(sortEntries(entries, sort).map(({ group_id }) => group_id)).toEqual(expected);
});

test('an entry without a name is sorted by what the page calls it', () => {
  const nameless = libraryEntry({ kind: 'youtube_video', group_id: 'UC1', name: null });

  const sorted = sortEntries([nameless, libraryEntry({ name: 'Dark' })], 'name');

  expect(sorted.map(({ name }) => name)).toEqual([null, 'Dark']);
});

test('movies begin with the latest, everything else with the longest', () => {
  expect([usualSort('movie'), usualSort('episode')]).toEqual(['last', 'hours']);
});

test('every order keeps every entry, and depends only on the figures', () => {
  const some = fc.array(fc.record({ seconds: fc.nat(), last_watched_at: fc.nat() }));
  fc.assert(
    fc.property(some, fc.constantFrom(...SORTS), (figures, sort) => {
      const all = figures.map((one, index) => libraryEntry({ ...one, group_id: `${index}` }));
      const sorted = sortEntries(all, sort);
      expect(new Set(sorted)).toEqual(new Set(all));
      expect(sortEntries(sorted, sort)).toEqual(sorted);
    }),
  );
});
