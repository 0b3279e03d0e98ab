import { endpoints } from '@immersion-tracker/contract';
import { expect, test } from 'vitest';
import { expectError, send, succeed } from '../testing/trackers/api.ts';
import type { World } from '../testing/trackers/world.ts';

export function testTvdbMetadata(world: World): void {
  const to = (endpoint: (typeof endpoints)[keyof typeof endpoints], request?: unknown) =>
    succeed(world.host.url, endpoint, request);

  test.each([
    'oshi no ko',
    '421069',
    'oshi-no-ko',
    'https://thetvdb.com/series/oshi-no-ko',
    'https://thetvdb.com/dereferrer/series/421069',
  ])('a search finds a series by %s', async (query) => {
    const found = await to(endpoints.search, { type: 'series', query });

    const [best] = endpoints.search.response.parse(found).results;
    expect(best).toMatchObject({ tvdb_id: 421069, original_name: '【推しの子】' });
  });

  test('a search finds nothing by a link to an unknown movie', async () => {
    const request = { type: 'movie', query: 'https://thetvdb.com/dereferrer/movie/900001' };

    expect(await to(endpoints.search, request)).toEqual({ results: [] });
  });

  test('a show gets metadata, and loses it again', async () => {
    const folder_name = 'Show';
    await to(endpoints.syncEpisodes, { episodes: [{ folder_name, file_name: 'E01' }] });
    const guessed = await to(endpoints.getHistory);

    await to(endpoints.updateShow, { folder_name, tvdb_id: 421069 });
    const named = await to(endpoints.getHistory);
    await to(endpoints.updateShow, { folder_name, tvdb_id: null });

    expect(guessed).toMatchObject({ guessed_seconds: 1200, days: [{ episode_seconds: 1200 }] });
    expect(named).toMatchObject({ guessed_seconds: 0, days: [{ episode_seconds: 27 * 60 }] });
    expect(await to(endpoints.getHistory)).toEqual(guessed);
    expect(await to(endpoints.getShows)).toEqual({
      shows: [{ folder_name, tvdb_id: null, tvdb_name: null, tvdb_image: null }],
    });
  });

  test('all viewings of a movie get the metadata of another one', async () => {
    const file_name = 'lola';
    await to(endpoints.syncMovies, { movies: [{ file_name, tvdb_id: 12 }] });
    await to(endpoints.rewatch, { ids: ['MOVIE#lola'], watched_at: 1_700_000_000 });

    await to(endpoints.updateMovie, { file_name, tvdb_id: 2658 });

    const viewing = { title: 'Run Lola Run', duration: 81 * 60, duration_source: 'provider' };
    expect(await to(endpoints.getWatched, { kind: 'movie' })).toMatchObject({
      watched: [viewing, { ...viewing, rewatch_of: 'MOVIE#lola' }],
    });
    expect(await to(endpoints.getProgress)).toMatchObject({
      total_movies_watched: 2,
      movies: [{ movie_id: 'lola', name: 'Run Lola Run' }],
    });
  });

  test('a movie that was never recorded is not found', async () => {
    const body = { file_name: 'other', tvdb_id: 2658 };

    expectError(await send(world.host.url, 'PUT', '/movie', body), 404, 'not_found');
  });
}
