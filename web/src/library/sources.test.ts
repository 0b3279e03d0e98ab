import { expect, test } from 'vitest';
import { isUnmatched } from '../kinds/names.ts';
import type { LibraryEntry } from '../tracker/tracker.ts';
import { foldersById, localNames, searchText } from './sources.ts';
import { libraryEntry } from './testing/samples.ts';

const show = (folder_name: string, tvdb_id: number | null) => ({
  ...{ folder_name, tvdb_id, tvdb_name: null, tvdb_image: null },
});
const folders = foldersById([show('Dark S01', 7), show('Lost', null), show('Dark S02', 7)]);
const kinds: [Partial<LibraryEntry>, readonly string[], boolean][] = [
  [{ kind: 'episode', group_id: '7' }, ['Dark S01', 'Dark S02'], false],
  [{ kind: 'episode', group_id: 'SHOW#Lost#2' }, ['Lost#2'], true],
  [{ kind: 'movie', group_id: 'MOVIE#Lola/Lola.mkv' }, ['Lola/Lola.mkv'], false],
  [{ kind: 'youtube_video', group_id: '7' }, [], false],
  [{ kind: 'spotify_episode', group_id: 'SPOTIFYSHOW#7' }, [], false],
];

test.each(kinds)('%j was found as %j', (figures, names, unmatched) => {
  const entry = libraryEntry(figures);

  expect(localNames(entry, folders)).toEqual(names);
  expect(isUnmatched(entry)).toBe(unmatched);
});

test('a show can be searched by its name and by its folders', () => {
  expect(searchText(libraryEntry({ name: 'ダーク' }), folders)).toBe(
    'ダーク · Dark S01 · Dark S02',
  );
});
