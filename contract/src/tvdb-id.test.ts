import { expect, test } from 'vitest';
import { readTvdbLink } from './tvdb-id.ts';

test.each([
  ['https://thetvdb.com/series/dark', { kind: 'series', slug: 'dark' }],
  ['https://www.thetvdb.com/movies/1917/', { kind: 'movie', slug: '1917' }],
  ['https://thetvdb.com/series/dark/seasons/official/1', { kind: 'series', slug: 'dark' }],
  ['https://thetvdb.com/series/caf%C3%A9', { kind: 'series', slug: 'café' }],
  ['https://thetvdb.com/series/%zz', { reject: 'unsupported_kind' }],
  ['https://thetvdb.com/series/', { reject: 'unsupported_kind' }],
])('%s is read as %j', (link, read) => {
  expect(readTvdbLink(new URL(link))).toEqual(read);
});
