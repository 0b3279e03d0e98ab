import { episode, movie, spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { howToBegin, mediaFolder, titleOf } from './kind-words.ts';

const put = (what: string) => `Put ${what} in your media folder, and sync.`;
const links = put('their links into watched.txt');

test.each([
  [episode, 'Shows', `No episodes yet. ${put('them into shows/<show>/watched/')}`],
  [movie, 'Movies', `No movies yet. ${put('them into movies/watched/')}`],
  [youtubeVideo, 'YouTube channels', `No YouTube videos yet. ${links}`],
  [spotifyEpisode, 'Podcasts', `No podcast episodes yet. ${links}`],
] as const)('$0.id has a heading and says how to record the first', (kind, title, advice) => {
  expect([titleOf(kind), howToBegin(kind)]).toEqual([title, advice]);
});

test('a media folder has a place for every kind', () => {
  const lines = mediaFolder();

  expect(lines).toContain('  shows/<show>/watched/<episode>.mkv');
  expect(lines).toContain('  movies/watched/<movie>.mkv');
  expect(lines.at(-1)).toMatch(/^ {2}watched\.txt {3}links to YouTube.* and .+, one per line$/);
});
