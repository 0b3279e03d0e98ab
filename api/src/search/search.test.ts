import { expect, test } from 'vitest';
import { wholeDeadline } from '../kernel/testing/fakes.ts';
import type { TvdbResult } from '../providers/tvdb/result.ts';
import type { TvdbSearch } from '../providers/tvdb/search.ts';
import { search } from './search.ts';

const found: TvdbResult = {
  tvdbId: 421069,
  name: 'Oshi no Ko',
  originalName: '【推しの子】',
  year: 2023,
  image: 'https://example.com/poster.jpg',
  overview: 'A doctor is reborn.',
};

/** A TheTVDB that finds one series by words, and another by its id. */
const tvdb: TvdbSearch = {
  search: async (type, words) => (type === 'series' && words === 'oshi no ko' ? [found] : []),
  async byId(type, id) {
    if (type !== 'movie' || id !== 7) return undefined;
    return { ...found, tvdbId: 7, year: null, image: null, overview: null };
  },
  bySlug: async () => undefined,
};

const look = (type: 'series' | 'movie', query: string) =>
  search({ tvdb })({ user: 'alice', request: { type, query }, deadline: wholeDeadline() });

test('results have the fields of the contract', async () => {
  expect(await look('series', 'oshi no ko')).toEqual({
    results: [
      {
        tvdb_id: 421069,
        name: 'Oshi no Ko',
        original_name: '【推しの子】',
        year: 2023,
        image: 'https://example.com/poster.jpg',
        overview: 'A doctor is reborn.',
      },
    ],
  });
});

test('what TheTVDB does not say is null', async () => {
  const { results } = await look('movie', '7');

  expect(results).toMatchObject([{ tvdb_id: 7, year: null, image: null, overview: null }]);
});

test('an unknown link gives an empty list', async () => {
  const link = 'https://thetvdb.com/series/unknown';

  expect(await look('series', link)).toEqual({ results: [] });
});
