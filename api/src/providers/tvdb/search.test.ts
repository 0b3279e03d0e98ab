import { beforeEach, describe, expect, test } from 'vitest';
import { deadlineIn } from '../../kernel/deadline.ts';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { startTvdbTest, type TvdbTest } from './testing/start-tvdb-test.ts';

const artworks = 'https://artworks.thetvdb.com';
const oshiNoKo = {
  tvdbId: 421_069,
  name: '[Oshi No Ko]',
  originalName: '【推しの子】',
  year: 2023,
  image: `${artworks}/banners/v4/series/421069/posters/641e6331b737b.jpg`,
  overview: 'In the entertainment industry, lies are weapons.',
};
let on: TvdbTest;

beforeEach(async () => {
  on = await startTvdbTest();
});

/** Makes the stand-in answer the next request for this path with this data. */
function give(path: string, data: unknown): void {
  const body = JSON.stringify({ status: 'success', data });
  on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: `/v4${path}` });
}

const search = (words = 'dark') => on.client.search('series', words, wholeDeadline());

describe('a search', () => {
  test('finds series with their English names, without results that have no name', async () => {
    expect(await search('oshi no ko')).toEqual([oshiNoKo]);

    const [, request] = on.tvdb.requests;
    expect(request?.path).toBe('/v4/search');
    expect(Object.fromEntries(request?.query ?? [])).toEqual({
      ...{ query: 'oshi no ko', type: 'series', limit: '20' },
    });
  });

  test('finds movies', async () => {
    const movies = await on.client.search('movie', 'lola', wholeDeadline());

    expect(movies).toEqual([
      {
        ...{ tvdbId: 2658, name: 'Run Lola Run', originalName: 'Lola rennt', year: 1998 },
        ...{ image: `${artworks}/banners/movies/2658/posters/2658.jpg`, overview: null },
      },
    ]);
  });

  test('can find nothing', async () => {
    expect(await search('unknown')).toEqual([]);

    give('/search', null);
    expect(await search()).toEqual([]);
  });

  test('for nothing is not sent', async () => {
    expect(await search(' ')).toEqual([]);
    expect(on.tvdb.requests).toEqual([]);
  });

  test.each([
    ['no translations', { name: 'Dunkel' }, { name: 'Dunkel', originalName: 'Dunkel' }],
    [
      'no name but translations',
      { name: '', primary_language: 'deu', translations: { deu: 'Dunkel', eng: 'Dark' } },
      { name: 'Dark', originalName: 'Dunkel' },
    ],
    [
      'only an English name',
      { name: null, translations: { eng: 'Dark' } },
      { name: 'Dark', originalName: 'Dark' },
    ],
    [
      'an empty translation',
      { name: 'Dunkel', translations: { eng: ' ' } },
      { name: 'Dunkel', originalName: 'Dunkel' },
    ],
    ['a strange translation', { name: 'Dunkel', translations: { eng: 7 } }, { name: 'Dunkel' }],
    ['translations as a list', { name: 'Dunkel', translations: ['eng'] }, { name: 'Dunkel' }],
    ['an original overview', { overview: 'Dunkel.', overviews: null }, { overview: 'Dunkel.' }],
    ['an empty overview', { overview: '', overviews: { eng: '' } }, { overview: null }],
    ['no year', {}, { year: null }],
    ['an empty year', { year: '', first_air_time: '' }, { year: null }],
    ['only a date', { year: '', first_air_time: '2017-12-01' }, { year: 2017 }],
    ['the year 0', { year: '0000', first_air_time: '0000-00-00' }, { year: null }],
    ['a number as its year', { year: 2017 }, { year: null }],
    ['no image', {}, { image: null }],
    ['an empty image', { image_url: '' }, { image: null }],
    ['a placeholder', { image_url: '/banners/images/missing/series.jpg' }, { image: null }],
    ['a relative image', { image_url: '/banners/a.jpg' }, { image: `${artworks}/banners/a.jpg` }],
    ['an unusable image', { image_url: 'javascript:alert(1)' }, { image: null }],
  ])('finds a series with %s', async (_, fields, result) => {
    give('/search', [{ tvdb_id: '7', name: 'Name', type: 'series', ...fields }]);

    expect(await search()).toMatchObject([{ tvdbId: 7, ...result }]);
  });

  test('leaves out what cannot be used, and what it has found already', async () => {
    give('/search', [
      null,
      'series',
      {},
      { tvdb_id: '', name: 'No id' },
      { tvdb_id: 'x', name: 'Not an id' },
      { tvdb_id: '0', name: 'Not an id either' },
      { tvdb_id: '9007199254740992', name: 'Too large' },
      { tvdb_id: '5', name: 'Best' },
      { tvdb_id: '6', name: 'A movie', type: 'movie' },
      { tvdb_id: '5', name: 'The same' },
      { tvdb_id: '7', name: 'Last' },
    ]);

    expect((await search()).map(({ name }) => name)).toEqual(['Best', 'Last']);
  });

  test('finds the ten best', async () => {
    give(
      '/search',
      Array.from({ length: 20 }, (_, at) => ({ tvdb_id: `${at + 1}`, name: 'Name' })),
    );

    const ids = (await search()).map(({ tvdbId }) => tvdbId);

    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('that is refused is an error with its status', async () => {
    const file = 'tvdb/error_400_query_required.json';
    on.tvdb.inject({ kind: 'sample', file, status: 400 }, { path: '/v4/search' });

    expect((await failureOf(search())).message).toBe(
      'TheTVDB refused the request with status 400.',
    );
  });

  test('with an answer in an undocumented format is an error', async () => {
    give('/search', { id: 1 });

    expect((await failureOf(search())).message).toBe(
      'TheTVDB sent search results in an undocumented format: data.',
    );
  });

  test('without an answer ends at the deadline', async () => {
    on.tvdb.inject({ kind: 'hang' }, { path: '/v4/search' });
    await on.client.series(1, wholeDeadline());

    const failure = await failureOf(on.client.search('series', 'dark', deadlineIn(20)));

    expect(failure.code).toBe('provider_error');
    expect(failure.message).toMatch(/^TheTVDB did not answer/);
  });

  test('is refused if the key is wrong', async () => {
    const file = 'tvdb/error_401_bare.json';
    on.tvdb.inject({ kind: 'sample', file, status: 401 }, { path: '/v4/search', times: 2 });

    expect((await failureOf(search())).providerBlocked).toBe(true);
  });
});

describe('a look-up', () => {
  const byId = (id: number) => on.client.byId('series', id, wholeDeadline());
  const bySlug = (slug: string) => on.client.bySlug('series', slug, wholeDeadline());

  test('by id or slug finds the record with its English name and overview', async () => {
    expect(await byId(421_069)).toEqual(oshiNoKo);
    expect(await bySlug('oshi-no-ko')).toEqual(oshiNoKo);
    expect(on.lookUps()).toEqual([
      '/v4/series/421069',
      '/v4/series/421069/translations/eng',
      '/v4/series/slug/oshi-no-ko',
      '/v4/series/421069/translations/eng',
    ]);
  });

  test('of a movie is independent of the series with the same id', async () => {
    const movie = await on.client.byId('movie', 2658, wholeDeadline());
    const same = await on.client.bySlug('movie', 'run-lola-run', wholeDeadline());

    expect(movie).toMatchObject({ tvdbId: 2658, name: 'Run Lola Run', year: 1998 });
    expect(same).toEqual(movie);
    expect(await byId(2658)).toMatchObject({ tvdbId: 2658, name: 'Series 2658' });
  });

  test('finds the original if there is no translation', async () => {
    const movie = await on.client.byId('movie', 353_554, wholeDeadline());

    expect(movie).toEqual({
      ...{ tvdbId: 353_554, name: 'I Am: Celine Dion', originalName: 'I Am: Celine Dion' },
      ...{ year: 2024, overview: null },
      image: `${artworks}/banners/v4/movie/353554/posters/6656173b5167f.jpg`,
    });
  });

  test('finds a record without a name by its translation, and without one not at all', async () => {
    expect(await byId(999_008)).toMatchObject({ name: 'English 999008' });
    expect(await byId(999_009)).toBeUndefined();
  });

  test('finds what PUT /show could not use: no runtime, no image', async () => {
    give('/series/1', { id: 1, name: 'Name', overview: 'Dunkel.', firstAired: '2017-12-01' });
    give('/series/1/translations/eng', null);

    expect(await byId(1)).toEqual({
      ...{ tvdbId: 1, name: 'Name', originalName: 'Name' },
      ...{ year: 2017, image: null, overview: 'Dunkel.' },
    });
  });

  test.each(['unknown', '..', '.', '', 'a/b', '%2e%2e', 'a?b'])(
    'of the unknown slug %j finds nothing, and stays below /slug/',
    async (slug) => {
      expect(await bySlug(slug)).toBeUndefined();
      expect(on.lookUps().every((path) => /^\/v4\/series\/slug\/[^/]+$/.test(path))).toBe(true);
    },
  );

  test('answered with another record is an error', async () => {
    give('/series/1', { id: 2, name: 'Name' });
    give('/series/slug/dark', { id: 2, slug: 'light', name: 'Name' });

    const failures = [await failureOf(byId(1)), await failureOf(bySlug('dark'))];

    expect(failures.map(({ message }) => message)).toEqual([
      'TheTVDB was asked for series 1, but sent 2.',
      'TheTVDB was asked for series dark, but sent light.',
    ]);
  });

  test.each([400, 404])('answered with %i finds nothing', async (status) => {
    on.tvdb.inject({ kind: 'answer', status }, { path: '/v4/series/1' });

    expect(await byId(1)).toBeUndefined();
  });

  test('that is refused is an error', async () => {
    on.tvdb.inject({ kind: 'answer', status: 405 }, { path: '/v4/series/1' });

    expect((await failureOf(byId(1))).message).toBe('TheTVDB refused the request with status 405.');
  });
});
