import { episode, movie, spotifyEpisode, youtubeVideo } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { howToBegin, mediaFolder } from './kind-words.ts';

const put = (what: string) => `Put ${what} in your media folder, and sync.`;
const links = put('their links into watched.txt');

test.each([
  [episode, `No episodes yet. ${put('them into shows/<show>/watched/')}`],
  [movie, `No movies yet. ${put('them into movies/watched/')}`],
  [youtubeVideo, `No YouTube videos yet. ${links}`],
  [spotifyEpisode, `No podcast episodes yet. ${links}`],
] as const)('the first $0.id can be recorded like this', (kind, advice) => {
  expect(howToBegin(kind)).toBe(advice);
});

test('a media folder has a place for every kind', () => {
  const lines = mediaFolder();

  expect(lines).toContain('  shows/<show>/watched/<episode>.mkv');
  expect(lines).toContain('  movies/watched/<movie>.mkv');
  expect(lines.at(-1)).toMatch(/^ {2}watched\.txt {3}links to YouTube.* and .+, one per line$/);
});
