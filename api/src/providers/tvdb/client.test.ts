import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf, wholeDeadline } from '../../kernel/testing/fakes.ts';
import { requireRuntime } from './metadata.ts';
import { startTvdbTest, type TvdbTest } from './testing/start-tvdb-test.ts';

const artworks = 'https://artworks.thetvdb.com';
let on: TvdbTest;

beforeEach(async () => {
  on = await startTvdbTest();
});

/** Makes the stand-in answer the next request for this series with these fields. */
function give(id: number, fields: object): void {
  const record = { id, name: 'Name', image: '/a.jpg', averageRuntime: 24, ...fields };
  const body = JSON.stringify({ status: 'success', data: record });
  on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: `/v4/series/${id}` });
}

describe('a series', () => {
  test('has a name, an image and a runtime in seconds', async () => {
    const series = await on.client.series(421069, wholeDeadline());

    expect(series).toEqual({
      name: '【推しの子】',
      image: `${artworks}/banners/v4/series/421069/posters/641e6331b737b.jpg`,
      runtimeSeconds: 1620,
    });
    expect(on.lookUps()).toEqual(['/v4/series/421069']);
  });

  test('with a relative image gets an absolute URL', async () => {
    const series = await on.client.series(999006, wholeDeadline());

    expect(series).toEqual({
      name: 'Relative Artwork',
      image: `${artworks}/banners/v4/series/999006/posters/0123456789abf.jpg`,
      runtimeSeconds: 2880,
    });
  });

  test('can have a placeholder as its image', async () => {
    const series = await on.client.series(999007, wholeDeadline());

    expect(series?.image).toBe(`${artworks}/banners/images/missing/series.jpg`);
  });

  test.each([
    ['banners/a b.jpg', `${artworks}/banners/a%20b.jpg`],
    ['//images.example/a.jpg', 'https://images.example/a.jpg'],
    ['http://images.example/a.jpg?x=1', 'http://images.example/a.jpg?x=1'],
    ['data:image/svg+xml,%3Csvg/%3E', 'data:image/svg+xml,%3Csvg/%3E'],
  ])('with the image %s gets %s', async (image, absolute) => {
    give(1, { image });

    const series = await on.client.series(1, wholeDeadline());

    expect(series?.image).toBe(absolute);
  });

  test.each([
    [22.5, 1350],
    [0.51, 31],
  ])('of %d minutes has %i seconds', async (averageRuntime, seconds) => {
    give(1, { averageRuntime });

    const series = await on.client.series(1, wholeDeadline());

    expect(series?.runtimeSeconds).toBe(seconds);
  });

  test('that TheTVDB does not know is undefined', async () => {
    const series = await on.client.series(900_000, wholeDeadline());

    expect(series).toBeUndefined();
    expect(on.lookUps()).toEqual(['/v4/series/900000']);
  });
});

describe('a movie', () => {
  test('has a name, an image and a runtime in seconds', async () => {
    const movie = await on.client.movie(2658, wholeDeadline());

    expect(movie).toEqual({
      name: 'Run Lola Run',
      image: `${artworks}/banners/movies/2658/posters/2658.jpg`,
      runtimeSeconds: 4860,
    });
    expect(on.lookUps()).toEqual(['/v4/movies/2658']);
  });

  test('with a relative image gets an absolute URL, even if its lists are null', async () => {
    const movie = await on.client.movie(353554, wholeDeadline());

    expect(movie).toEqual({
      name: 'I Am: Celine Dion',
      image: `${artworks}/banners/v4/movie/353554/posters/6656173b5167f.jpg`,
      runtimeSeconds: 6120,
    });
  });

  test.each([
    ['null', null],
    ['0', 0],
    ['negative', -1],
    ['missing', undefined],
  ])('can have a runtime that is unknown (%s)', async (_, runtime) => {
    const data = { id: 1, name: 'Name', image: 'https://images.example/a.jpg', runtime };
    const body = JSON.stringify({ status: 'success', data });
    on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: '/v4/movies/1' });

    const movie = await on.client.movie(1, wholeDeadline());

    expect(movie).toEqual({ name: 'Name', image: data.image, runtimeSeconds: undefined });
  });

  test('is not the series with the same id', async () => {
    const series = await on.client.series(12, wholeDeadline());
    const movie = await on.client.movie(12, wholeDeadline());

    expect(series).toMatchObject({ name: 'Series 12', runtimeSeconds: 1440 });
    expect(movie).toMatchObject({ name: 'Movie 12', runtimeSeconds: 6000 });
  });

  test('that TheTVDB does not know is undefined', async () => {
    const movie = await on.client.movie(900_000, wholeDeadline());

    expect(movie).toBeUndefined();
  });
});

describe('a record that lacks something is an error that names it', () => {
  test.each([
    ['runtime', 999002],
    ['runtime', 999003],
    ['image', 999004],
    ['image', 999005],
    ['name', 999008],
    ['name', 999009],
  ])('(%s of series %i)', async (field, id) => {
    const failure = await failureOf(on.client.series(id, wholeDeadline()));

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: `TheTVDB has no ${field} for series ${id}; add it at thetvdb.com, or use another id.`,
    });
    expect(on.lookUps()).toHaveLength(1);
  });

  test('(image of movie 999102)', async () => {
    const failure = await failureOf(on.client.movie(999102, wholeDeadline()));

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'TheTVDB has no image for movie 999102; add it at thetvdb.com, or use another id.',
    });
  });

  test('(runtime of a movie, for callers that need it)', async () => {
    const movie = await on.client.movie(999101, wholeDeadline());

    const failure = await failureOf((async () => movie && requireRuntime(movie, 999101))());

    expect(failure.status).toBe(502);
    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'TheTVDB has no runtime for movie 999101; add it at thetvdb.com, or use another id.',
    });
  });

  test.each([
    ['name', { name: null }],
    ['image', { image: undefined }],
    ['runtime', { averageRuntime: -1 }],
    ['runtime', { averageRuntime: undefined, runtime: 24 }],
    ['usable image', { image: 'http://' }],
    ['usable image', { image: 'ftp://images.example/a.jpg' }],
    ['usable image', { image: 'javascript:alert(1)' }],
    ['usable image', { image: 'data:text/html,%3Cp%3E' }],
  ])('(%s of %j)', async (field, fields) => {
    give(1, fields);

    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    expect(failure.message).toMatch(`TheTVDB has no ${field} for series 1;`);
  });
});

test.each(['series', 'movie'] as const)(
  'another %s than the one that was asked for is an error, not recorded as that one',
  async (kind) => {
    const data = { id: 2, name: 'Name', image: '/a.jpg', averageRuntime: 24, runtime: 24 };
    const body = JSON.stringify({ status: 'success', data });
    on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: /\/1$/ });

    const failure = await failureOf(on.client[kind](1, wholeDeadline()));

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: `TheTVDB was asked for ${kind} 1, but sent 2.`,
    });
  },
);

describe('a response in an undocumented format', () => {
  test.each([
    ['data.name', { status: 'success', data: { id: 1, name: 7 } }],
    ['data.averageRuntime', { status: 'success', data: { id: 1, averageRuntime: '24' } }],
    ['data.averageRuntime', { status: 'success', data: { id: 1, averageRuntime: 1e300 } }],
    ['data.name', { status: 'success', data: { id: 1, name: 'a'.repeat(10_001) } }],
    ['data.id', { status: 'success', data: { name: 'a' } }],
    ['data', { status: 'success', data: null }],
    ['status', { status: 'failure', data: { name: 'a' } }],
    ['body', []],
  ])('is an error that names the path (%s)', async (where, answer) => {
    const body = JSON.stringify(answer);
    on.tvdb.inject({ kind: 'answer', status: 200, body }, { path: '/v4/series/1' });

    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    expect(failure.code).toBe('provider_error');
    expect(failure.message).toMatch(`TheTVDB sent series 1 in an undocumented format: ${where}`);
  });

  test('is an error with its status if it is a refusal', async () => {
    const file = 'tvdb/error_405.json';
    on.tvdb.inject({ kind: 'sample', file, status: 405 }, { path: '/v4/series/1' });

    const failure = await failureOf(on.client.series(1, wholeDeadline()));

    expect(failure.body()).toEqual({
      code: 'provider_error',
      message: 'TheTVDB refused the request with status 405.',
    });
    expect(on.lookUps()).toHaveLength(1);
  });
});
